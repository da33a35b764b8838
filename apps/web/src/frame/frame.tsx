import { Burger, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries.js';
import type { SessionView } from '../api/types.js';
import { Notices } from './notices.js';
import { Rail } from './rail.js';

/** Everything around a page: rail (a drawer on narrow screens), strips that say in which mode we are, messages. */
export function Frame() {
  const { t } = useTranslation();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const main = useFocusOnNewPage();
  return (
    <Notices>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <div className="frame">
        {narrow ? (
          <TopBar session={session} />
        ) : (
          <section className="rail" aria-label={t('frame.product')}>
            <Rail session={session} />
          </section>
        )}
        <div className="main">
          <Strips session={session} />
          <main id="content" ref={main} tabIndex={-1} className="page" key={session.workspace.id}>
            <Outlet />
          </main>
        </div>
      </div>
    </Notices>
  );
}

/** Moves the focus to the new page, so that a screen reader starts reading there; not on the first page. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function TopBar({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  return (
    <section className="topbar" aria-label={t('frame.product')}>
      <Burger opened={opened} onClick={toggle} size="sm" aria-label={t('frame.openMenu')} aria-expanded={opened} />
      <strong>{session.workspace.name}</strong>
      <Link to="/complaints/new">{t('frame.newComplaint')}</Link>
      <Drawer
        opened={opened}
        onClose={close}
        size={280}
        title={t('frame.product')}
        closeButtonProps={{ 'aria-label': t('frame.closeMenu') }}
      >
        <Rail session={session} />
      </Drawer>
    </section>
  );
}

function Strips({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  return (
    <aside aria-label={t('frame.notices')}>
      {session.safeMode && (
        <div className="strip">
          {t('frame.safeMode')} <Link to="/mailbox">{t('frame.safeModeLink')}</Link>
        </div>
      )}
      {session.workspace.simulated && <div className="strip">{t('frame.simulated')}</div>}
    </aside>
  );
}
