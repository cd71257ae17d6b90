import type { Body, PlaceId } from '@assuage/knowledge';
import { BodyMapInput } from '../../body-map/body-map-input.tsx';
import type { Level, Mark, MarkedKind } from '../../body-map/marks.ts';
import type { Offer } from '../../body-map/offers.ts';
import { checkInWords } from '../../texts.ts';

interface MapQuestionProps {
  readonly body: Body;
  readonly kind: MarkedKind;
  readonly offer: Offer;
  readonly marks: readonly Mark[];
  readonly lastTime?: readonly PlaceId[];
  readonly newLevel?: Level;
  readonly nothing: string;
  readonly onChange: (marks: readonly Mark[]) => void;
  /** Above the map: an answer in one tap. */
  readonly shortcut?: { readonly label: string; readonly onChoose: () => void } | undefined;
  readonly onDone: () => void;
}

/** The body to mark, then on. Not being able to say where is an answer too. */
export function MapQuestion({ shortcut, onDone, marks, ...map }: MapQuestionProps) {
  return (
    <>
      {shortcut ? (
        <div className="answers">
          <button type="button" className="answer" onClick={shortcut.onChoose}>
            {shortcut.label}
          </button>
        </div>
      ) : null}
      <BodyMapInput marks={marks} {...map} />
      <div className="main-action main-action-stays">
        <button type="button" className="button button-main" onClick={onDone}>
          {marks.length === 0 ? checkInWords.noPlaces : checkInWords.places(marks.length)}
        </button>
      </div>
    </>
  );
}
