import type { ReactNode } from 'react';
import { DecisionShape } from '../../components/decision-shape.tsx';
import { EmergencyNumbers } from '../../components/emergency-numbers.tsx';
import { Page } from '../../components/page.tsx';
import { urgentTexts } from '../../texts.ts';

interface UrgentHelpProps {
  /** When the answers could not be sent. */
  readonly error: ReactNode;
  readonly onSend: () => void;
  readonly onGoOn: () => void;
  readonly onChange: () => void;
}

/** An answer can mean that help is needed at once: say so now, not at the end. */
export function UrgentHelp({ error, onSend, onGoOn, onChange }: UrgentHelpProps) {
  return (
    // Others may see the window's title.
    <Page title={urgentTexts.title} windowTitle="Check-in" audience="client">
      {error}
      <section className="decision decision-urgent" aria-label={urgentTexts.title}>
        <DecisionShape shape="octagon-phone" />
        <div className="decision-text">
          <p>{urgentTexts.why}</p>
          <p>{urgentTexts.call}</p>
          <EmergencyNumbers />
          <p>{urgentTexts.or}</p>
          <p>{urgentTexts.noMassage}</p>
        </div>
      </section>
      <div className="answers">
        <button type="button" className="answer" onClick={onSend}>
          {urgentTexts.send}
        </button>
        <button type="button" className="answer" onClick={onGoOn}>
          {urgentTexts.goOn}
        </button>
        <button type="button" className="answer" onClick={onChange}>
          {urgentTexts.change}
        </button>
      </div>
    </Page>
  );
}
