import { placeText, type ThermalBands, thermalBands } from '../../state/derive.ts';
import type { PlanAtWork } from './use-plan.ts';

/** Applied warmth and cold: out, with care, or no limit. */
export function HeatAndCold({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, session } = plan;
  const rows = [
    { name: 'Heat', bands: thermalBands(engine, session.envelope.heat) },
    { name: 'Cold', bands: thermalBands(engine, session.envelope.cold) },
  ];
  const say = ({ avoid, caution }: ThermalBands): string =>
    [
      avoid.length > 0 ? `Avoid: ${placeText(engine, avoid)}` : '',
      caution.length > 0 ? `With care: ${placeText(engine, caution)}` : '',
    ]
      .filter(Boolean)
      .join('. ') || 'No limit today';
  return (
    <section aria-labelledby="heat-cold">
      <h2 id="heat-cold">Heat and cold</h2>
      <dl className="pairs">
        {rows.map(({ name, bands }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{say(bands)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
