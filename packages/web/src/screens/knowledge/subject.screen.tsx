import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { knowledgeTexts as texts } from './knowledge.words.ts';
import { NoSuchSubject } from './no-such-subject.tsx';
import { loadShelf } from './shelf.ts';
import { SubjectPage } from './subject-page.tsx';

/** Everything that is known about one illness, medicine, finding or technique. */
export function SubjectScreen() {
  const { id } = useParams({ from: '/knowledge/$id' });
  const { loaded, again } = useLoaded(loadShelf);
  if (loaded.status !== 'here')
    return <NotHere title={texts.title} loaded={loaded} failure={texts.failed} again={again} />;
  const shelf = loaded.value;
  const { handbook } = shelf;
  const page = handbook.page(id);
  return page === undefined ? (
    <NoSuchSubject key={id} shelf={shelf} id={id} />
  ) : (
    <SubjectPage key={id} page={page} release={handbook.index.release} />
  );
}
