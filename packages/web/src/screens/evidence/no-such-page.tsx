import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { evidenceTexts as texts } from './evidence.words.ts';

/** An address that leads to no claim and no study. */
export function NoSuchPage() {
  return (
    <Page title={texts.missing} audience="therapist" before={<WaysOut />}>
      <p>{texts.missingHelp}</p>
      <p>
        <Link to="/knowledge/claims" className="knowledge-link">
          {texts.claims}
        </Link>
      </p>
    </Page>
  );
}
