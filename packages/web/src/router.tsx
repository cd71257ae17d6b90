/** Every page and its address. Screens load when they are opened, so a client's phone never loads the therapist's. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Layout } from './components/layout.tsx';
import { NotFound, Unexpected } from './components/not-found.tsx';
import { parseNext } from './screens/account/next.ts';
import { parseStep } from './screens/check-in/step-id.ts';

const root = createRootRoute({ component: Layout });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/today/home.screen.tsx'), 'HomeScreen'),
});
const newClient = createRoute({
  getParentRoute: () => root,
  path: '/clients/new',
  component: lazyRouteComponent(
    () => import('./screens/client/new-client.screen.tsx'),
    'NewClientScreen',
  ),
});
const intake = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/intake',
  component: lazyRouteComponent(() => import('./screens/client/intake.screen.tsx'), 'IntakeScreen'),
});
const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id',
  component: lazyRouteComponent(() => import('./screens/client/client.screen.tsx'), 'ClientScreen'),
});
const sessionPlan = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/plan',
  component: lazyRouteComponent(
    () => import('./screens/session-plan/session-plan.screen.tsx'),
    'SessionPlanScreen',
  ),
});
const testSetup = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/test',
  component: lazyRouteComponent(
    () => import('./screens/test/test-setup.screen.tsx'),
    'TestSetupScreen',
  ),
});
const testReport = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/test/report',
  // Which test; the newest when it is left out.
  validateSearch: ({ entry }): { entry?: string } => (typeof entry === 'string' ? { entry } : {}),
  component: lazyRouteComponent(
    () => import('./screens/test/test-report.screen.tsx'),
    'TestReportScreen',
  ),
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/record',
  component: lazyRouteComponent(() => import('./screens/record/record.screen.tsx'), 'RecordScreen'),
});
const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  // What was looked up is part of the address, so that Back leads to what was found.
  validateSearch: ({ q }): { q?: string } => (typeof q === 'string' && q !== '' ? { q } : {}),
  component: lazyRouteComponent(
    () => import('./screens/knowledge/knowledge.screen.tsx'),
    'KnowledgeScreen',
  ),
});
const claims = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/claims',
  component: lazyRouteComponent(
    () => import('./screens/evidence/claims.screen.tsx'),
    'ClaimsScreen',
  ),
});
const claim = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/claims/$id',
  component: lazyRouteComponent(() => import('./screens/evidence/claim.screen.tsx'), 'ClaimScreen'),
});
const study = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/studies/$id',
  component: lazyRouteComponent(() => import('./screens/evidence/study.screen.tsx'), 'StudyScreen'),
});
const measures = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/measures',
  component: lazyRouteComponent(
    () => import('./screens/measures/measures.screen.tsx'),
    'MeasuresScreen',
  ),
});
const pool = createRoute({
  getParentRoute: () => root,
  path: '/pool',
  component: lazyRouteComponent(() => import('./screens/pool/pool.screen.tsx'), 'PoolScreen'),
});
const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  component: lazyRouteComponent(
    () => import('./screens/library/library.screen.tsx'),
    'LibraryScreen',
  ),
});
const libraryPaper = createRoute({
  getParentRoute: () => root,
  path: '/library/paper',
  // A paper without numbers is named by its title, which is no part of a path.
  validateSearch: ({ name }): { name: string } => ({ name: typeof name === 'string' ? name : '' }),
  component: lazyRouteComponent(() => import('./screens/library/paper.screen.tsx'), 'PaperScreen'),
});
const subject = createRoute({
  getParentRoute: () => root,
  path: '/knowledge/$id',
  component: lazyRouteComponent(
    () => import('./screens/knowledge/subject.screen.tsx'),
    'SubjectScreen',
  ),
});
const checkIn = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id',
  // The question is part of the address, so that the browser's Back goes one question back.
  validateSearch: parseStep,
  component: lazyRouteComponent(
    () => import('./screens/check-in/check-in.screen.tsx'),
    'CheckInScreen',
  ),
});
const clientsIntake = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id/intake',
  component: lazyRouteComponent(
    () => import('./screens/client/clients-intake.screen.tsx'),
    'ClientsIntakeScreen',
  ),
});
const sent = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id/sent',
  component: lazyRouteComponent(() => import('./screens/sent/sent.screen.tsx'), 'SentScreen'),
});
const ratings = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id/ratings',
  validateSearch: parseStep,
  component: lazyRouteComponent(
    () => import('./screens/ratings/ratings.screen.tsx'),
    'RatingsScreen',
  ),
});
const myPlan = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id/plan',
  component: lazyRouteComponent(
    () => import('./screens/my-plan/my-plan.screen.tsx'),
    'MyPlanScreen',
  ),
});
const myProgress = createRoute({
  getParentRoute: () => root,
  path: '/check-in/$id/progress',
  component: lazyRouteComponent(
    () => import('./screens/progress/my-progress.screen.tsx'),
    'MyProgressScreen',
  ),
});

const book = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/book',
  component: lazyRouteComponent(() => import('./screens/booking/book.screen.tsx'), 'BookScreen'),
});
const day = createRoute({
  getParentRoute: () => root,
  path: '/days/$date',
  component: lazyRouteComponent(() => import('./screens/booking/day.screen.tsx'), 'DayScreen'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: parseNext,
  component: lazyRouteComponent(
    () => import('./screens/account/sign-in.screen.tsx'),
    'SignInScreen',
  ),
});
const linkSignIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: lazyRouteComponent(
    () => import('./screens/account/link-sign-in.screen.tsx'),
    'LinkSignInScreen',
  ),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./screens/account/set-up.screen.tsx'), 'SetUpScreen'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(
    () => import('./screens/account/invitation.screen.tsx'),
    'InvitationScreen',
  ),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(
    () => import('./screens/account/account.screen.tsx'),
    'AccountScreen',
  ),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(
    () => import('./screens/account/people.screen.tsx'),
    'PeopleScreen',
  ),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./screens/account/audit.screen.tsx'), 'AuditScreen'),
});
const backup = createRoute({
  getParentRoute: () => root,
  path: '/backup',
  component: lazyRouteComponent(
    () => import('./screens/account/backup.screen.tsx'),
    'BackupScreen',
  ),
});
const clientLink = createRoute({
  getParentRoute: () => root,
  path: '/link',
  component: lazyRouteComponent(
    () => import('./screens/account/client-link.screen.tsx'),
    'ClientLinkScreen',
  ),
});

const consultation = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/consultation',
  component: lazyRouteComponent(
    () => import('./screens/consultation/consultation.screen.tsx'),
    'ConsultationScreen',
  ),
});
const clinician = createRoute({
  getParentRoute: () => root,
  path: '/clients/$id/clinician',
  component: lazyRouteComponent(
    () => import('./screens/consultation/clinician.screen.tsx'),
    'ClinicianScreen',
  ),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('./screens/settings/settings.screen.tsx'),
    'SettingsScreen',
  ),
});
const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  component: lazyRouteComponent(
    () => import('./screens/retention/retention.screen.tsx'),
    'RetentionScreen',
  ),
});

const importClients = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./screens/import/import.screen.tsx'), 'ImportScreen'),
});

const routes = root.addChildren([
  importClients,
  consultation,
  clinician,
  settings,
  retention,
  book,
  day,
  signIn,
  linkSignIn,
  setUp,
  invitation,
  account,
  people,
  audit,
  backup,
  clientLink,
  today,
  newClient,
  intake,
  client,
  sessionPlan,
  record,
  testSetup,
  testReport,
  knowledge,
  claims,
  claim,
  study,
  measures,
  pool,
  library,
  libraryPaper,
  subject,
  checkIn,
  clientsIntake,
  sent,
  ratings,
  myPlan,
  myProgress,
]);

export const createAppRouter = () =>
  createRouter({
    routeTree: routes,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Unexpected,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
