import { correctionOf, type HandbookPage, type HandbookRule } from '@assuage/handbook';
import { knowledgeTexts as texts } from './knowledge.words.ts';

interface CorrectionProps {
  readonly about: HandbookRule | HandbookPage;
  readonly release: string;
}

/** A way to say that something is wrong: an email to whom the reader chooses, and the same words to copy. */
export function Correction({ about, release }: CorrectionProps) {
  const { subject, body, file } = correctionOf(about, release);
  const link = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return (
    <div className="knowledge-correct">
      <a href={link} className="button button-plain no-print">
        {texts.correct}
        <span className="visually-hidden">: {about.id}</span>
      </a>
      <p className="small-print">
        {about.id}, release {release}, {file}
      </p>
    </div>
  );
}
