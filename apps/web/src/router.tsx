import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiFault } from './api/fault.js';
import { sessionQuery } from './api/queries.js';
import { Frame } from './frame/frame.js';
import { NotFound, PageFailed, PageLoading } from './frame/states.js';
import { newForm } from './pages/filing/begun-here.js';
import { readImportSearch } from './pages/imports/search.js';
import { readBeginning, readFilters, readNext, readRightsFilters, readTab } from './search.js';

const isSignedOut = (fault: unknown): boolean => fault instanceof ApiFault && fault.status === 401;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (fault) => {
      if (isSignedOut(fault)) void toSignIn();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, fault) => failures < 2 && fault instanceof ApiFault && fault.status === 0,
    },
  },
});

const root = createRootRoute({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.js'), 'SignIn'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  errorComponent: PageFailed,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.query({ ...sessionQuery, staleTime: 'static' });
    } catch (fault) {
      // The router's way of leading elsewhere is to throw the redirect.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      if (isSignedOut(fault)) throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw fault;
    }
  },
});

const dashboard = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/dashboard/dashboard.js'), 'Dashboard'),
});
const platforms = createRoute({
  getParentRoute: () => frame,
  path: '/platforms',
  component: lazyRouteComponent(() => import('./pages/platforms/platforms.js'), 'Platforms'),
});
const platform = createRoute({
  getParentRoute: () => frame,
  path: '/platforms/$slug',
  component: lazyRouteComponent(() => import('./pages/platforms/platform.js'), 'Platform'),
});
const complaints = createRoute({
  getParentRoute: () => frame,
  path: '/complaints',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('./pages/complaints/complaints.js'), 'Complaints'),
});
const filing = createRoute({
  getParentRoute: () => frame,
  path: '/complaints/new',
  validateSearch: readBeginning,
  // Each form has its own draft, and its address names it: a reload goes on with what was typed.
  beforeLoad: ({ search }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (search.draft === undefined) throw redirect({ to: '/complaints/new', search: { ...search, draft: newForm() } });
  },
  component: lazyRouteComponent(() => import('./pages/filing/filing.js'), 'Filing'),
});
const complaint = createRoute({
  getParentRoute: () => frame,
  path: '/complaints/$id',
  component: lazyRouteComponent(() => import('./pages/complaint/complaint.js'), 'Complaint'),
});
const byHandForm = createRoute({
  getParentRoute: () => frame,
  path: '/complaints/$id/by-hand',
  component: lazyRouteComponent(() => import('./pages/by-hand-form/by-hand-form.js'), 'ByHandForm'),
});
const triage = createRoute({
  getParentRoute: () => frame,
  path: '/triage',
  validateSearch: readTab,
  component: lazyRouteComponent(() => import('./pages/triage/triage.js'), 'Triage'),
});
const byHand = createRoute({
  getParentRoute: () => frame,
  path: '/by-hand',
  component: lazyRouteComponent(() => import('./pages/by-hand/by-hand.js'), 'ByHand'),
});
const mailbox = createRoute({
  getParentRoute: () => frame,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./pages/mailbox/mailbox.js'), 'Mailbox'),
});

const drafts = createRoute({
  getParentRoute: () => frame,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./pages/drafts/drafts.js'), 'Drafts'),
});
const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  component: lazyRouteComponent(() => import('./pages/imports/imports.js'), 'Imports'),
});
const oneImport = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./pages/imports/import.js'), 'Import'),
});
const rights = createRoute({
  getParentRoute: () => frame,
  path: '/rights',
  validateSearch: readRightsFilters,
  component: lazyRouteComponent(() => import('./pages/rights/rights.js'), 'Rights'),
});
const right = createRoute({
  getParentRoute: () => frame,
  path: '/rights/$id',
  component: lazyRouteComponent(() => import('./pages/rights/right.js'), 'Right'),
});
const rightsHolder = createRoute({
  getParentRoute: () => frame,
  path: '/rights-holders/$id',
  component: lazyRouteComponent(() => import('./pages/rights/rights-holder.js'), 'RightsHolder'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings.js'), 'Settings'),
});

const webhook = createRoute({
  getParentRoute: () => frame,
  path: '/settings/webhooks/$id',
  component: lazyRouteComponent(() => import('./pages/settings/webhooks/webhook.js'), 'Webhook'),
});

const pages = [
  dashboard,
  platforms,
  platform,
  complaints,
  filing,
  complaint,
  triage,
  byHand,
  byHandForm,
  mailbox,
  drafts,
  imports,
  oneImport,
  rights,
  right,
  rightsHolder,
  settings,
  webhook,
];

export const router = createRouter({
  routeTree: root.addChildren([signIn, frame.addChildren(pages)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: PageLoading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

async function toSignIn(): Promise<void> {
  if (router.state.location.pathname === '/sign-in') return;
  await router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
}
