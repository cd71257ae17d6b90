import type { Body, PlaceId } from '@assuage/knowledge';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { Status } from '../components/status.tsx';
import { Views } from './body-map.tsx';
import type { View } from './drawing.ts';
import { MarkedPlaces } from './marked-places.tsx';
import {
  type Change,
  cleared,
  isMarked,
  type Level,
  leveled,
  type Mark,
  type MarkedKind,
  newMark,
  toggled,
  toggledAll,
  undone,
} from './marks.ts';
import { type Offer, offersOf } from './offers.ts';
import { PlaceList } from './place-list.tsx';

interface BodyMapInputProps {
  readonly body: Body;
  readonly kind: MarkedKind;
  readonly offer: Offer;
  readonly marks: readonly Mark[];
  /** Marked the last time: shown as an outline, never marked by itself. */
  readonly lastTime?: readonly PlaceId[];
  /** The level of a new pain mark, until the person changes it. */
  readonly newLevel?: Level;
  /** The button that clears everything: "Nothing hurts". */
  readonly nothing: string;
  readonly onChange: (marks: readonly Mark[]) => void;
}

/** The body to mark: by tapping the figure, or in the list. Both change the same marks. */
export function BodyMapInput({
  body,
  kind,
  offer,
  marks,
  lastTime,
  newLevel = 2,
  nothing,
  onChange,
}: BodyMapInputProps) {
  const offers = useMemo(() => offersOf(body, offer), [body, offer]);
  const [view, setView] = useState<View>('front');
  const [outlined, setOutlined] = useState<PlaceId>();
  const [earlier, setEarlier] = useState<readonly (readonly Mark[])[]>([]);
  const [says, setSays] = useState('');
  const [isAsking, setIsAsking] = useState(false);

  const change = ({ marks: next, says: words }: Change) => {
    setEarlier([...earlier, marks]);
    setSays(words);
    onChange(next);
  };
  const toggle = (place: PlaceId) => change(toggled(body, marks, newMark(kind, place, newLevel)));
  const undo = () => {
    const back = undone(earlier.at(-1));
    setEarlier(earlier.slice(0, -1));
    setSays(back?.says ?? 'Nothing to undo.');
    if (back) onChange(back.marks);
  };
  const clear = () => {
    setIsAsking(false);
    change(cleared());
  };
  const focusPlace = (place: PlaceId | undefined) => {
    setOutlined(place);
    const shown = place === undefined ? undefined : viewOf(body, place, view);
    if (shown !== undefined) setView(shown);
  };
  const tap = (region: PlaceId) => {
    const place = offers.placeAt(region);
    if (place !== undefined) toggle(place);
  };

  return (
    <div className="body-map body-map-input">
      <Views
        body={body}
        marks={marks}
        lastTime={lastTime}
        outlined={outlined}
        view={view}
        onView={setView}
        onTap={tap}
        canTap={(region) => offers.placeAt(region) !== undefined}
      />
      <div className="body-map-side">
        <Status>{says}</Status>
        <div className="buttons">
          <button type="button" className="button" onClick={undo}>
            Undo
          </button>
          <button
            type="button"
            className="button"
            onClick={() => (marks.length > 0 ? setIsAsking(true) : change(cleared()))}
          >
            {nothing}
          </button>
        </div>
        <MarkedPlaces
          body={body}
          marks={marks}
          onLevel={(place, level) => change(leveled(body, marks, place, level))}
          onRemove={toggle}
        />
        <h2 className="minor">Several at once</h2>
        <div className="buttons">
          {offers.sets.map(({ id, label, places }) => (
            <button
              key={id}
              type="button"
              className="button"
              aria-pressed={places.every((place) => isMarked(marks, place))}
              onClick={() => {
                const wanted = places.map((place) => newMark(kind, place, newLevel));
                change(toggledAll(label, marks, wanted));
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <PlaceList zones={offers.zones} marks={marks} onToggle={toggle} onFocusPlace={focusPlace} />
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title="Clear the map?"
        confirm={marks.length === 1 ? 'Clear 1 place' : `Clear ${marks.length} places`}
        onConfirm={clear}
        onCancel={() => setIsAsking(false)}
      >
        <p>You can undo this.</p>
      </ConfirmDialog>
    </div>
  );
}

/** The view to show a place in: the one that is shown, when the place is in it. */
function viewOf(body: Body, place: PlaceId, shown: View): View | undefined {
  const mask = body.mask(place);
  const views = body.regions
    .filter((_, index) => ((mask[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0)
    .map((region) => region.view);
  return views.includes(shown) ? undefined : views[0];
}
