import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import type { SessionView } from '../api/types.js';
import { ButtonLink } from './button-link.js';
import { faultWords } from './fault-words.js';
import { useNotify } from './notices.js';
import { Preferences } from './preferences.js';

/** The way to every page that exists, the workspace on top, the person at the bottom. */
export function Rail({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  return (
    <div className="rail-inner">
      <WorkspaceSwitch session={session} />
      <nav aria-label={t('frame.navigation')}>
        <ul className="rail-list">
          <RailLink to="/" exact words={t('frame.dashboard')} />
          <RailLink to="/complaints" exact words={t('frame.complaints')} />
          <li className="rail-filled">
            <ButtonLink to="/complaints/new" fullWidth>
              {t('frame.newComplaint')}
            </ButtonLink>
          </li>
          <RailLink
            to="/triage"
            words={t('frame.triage')}
            count={session.waiting.triage}
            countWords={t('frame.triageWaiting', { count: session.waiting.triage })}
          />
          <RailLink
            to="/by-hand"
            words={t('delivery.byHand.title')}
            count={session.waiting.needsHuman}
            countWords={t('delivery.byHand.waiting', { count: session.waiting.needsHuman })}
          />
          {session.safeMode && <RailLink to="/mailbox" words={t('frame.mailbox')} />}
          <RailLink to="/drafts" words={t('frame.drafts')} />
          <RailLink to="/imports" words={t('frame.imports')} />
          <RailLink to="/rights" words={t('frame.rights')} />
          <RailLink to="/platforms" words={t('frame.platforms')} />
          <RailLink to="/settings" words={t('frame.settings')} />
        </ul>
      </nav>
      <div className="rail-foot">
        <Preferences />
        <Person session={session} />
      </div>
    </div>
  );
}

interface RailLinkProps {
  to:
    | '/'
    | '/complaints'
    | '/triage'
    | '/by-hand'
    | '/mailbox'
    | '/drafts'
    | '/imports'
    | '/rights'
    | '/platforms'
    | '/settings';
  words: string;
  exact?: boolean;
  count?: number;
  countWords?: string;
}

function RailLink({ to, words, exact = false, count = 0, countWords }: RailLinkProps) {
  return (
    <li>
      <Link to={to} className="rail-link" activeOptions={{ exact, includeSearch: false }}>
        {words}
        {count > 0 && (
          <span className="count" title={countWords}>
            <span aria-hidden="true">{count}</span>
            <span className="hidden-label">, {countWords}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

function WorkspaceSwitch({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const choose = async (workspaceId: string): Promise<void> => {
    try {
      const next = await body(api.POST('/api/v1/session/workspace', { body: { workspaceId } }));
      await navigate({ to: '/' });
      // Nothing of the workspace left may stay on screen.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      queries.setQueryData(sessionQuery.queryKey, next);
      notify(t('frame.workspaceChanged', { name: next.workspace.name }));
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    }
  };
  return (
    <NativeSelect
      label={t('frame.workspace')}
      value={session.workspace.id}
      onChange={(event) => void choose(event.currentTarget.value)}
      data={session.workspaces.map((workspace) => ({
        value: workspace.id,
        label: workspace.simulated ? `${workspace.name} (${t('frame.simulatedMark')})` : workspace.name,
      }))}
    />
  );
}

function Person({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const signOut = async (): Promise<void> => {
    try {
      await api.POST('/api/auth/sign-out', { body: {} });
      await navigate({ to: '/sign-in', search: {} });
      queries.clear();
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    }
  };
  return (
    <div>
      <div className="break">
        <strong>{session.person.name}</strong>
        <div className="quiet small">{session.person.email}</div>
      </div>
      <Button variant="default" size="xs" mt={8} fullWidth onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
    </div>
  );
}
