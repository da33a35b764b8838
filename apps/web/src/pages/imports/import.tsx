import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { importQuery } from '../../api/queries.js';
import type { ImportView } from '../../api/types.js';
import { PageHead } from '../../frame/page-head.js';
import { Loaded } from '../../frame/states.js';
import { Announced } from './announced.js';
import { Committed } from './committed.js';
import { CommitStep } from './commit-step.js';
import { ImportSteps } from './import-steps.js';
import { MapStep } from './map-step.js';
import { Committing, Reading } from './progress.js';
import { RowsStep } from './rows-step.js';
import { shownStep } from './search.js';
import type { ImportSearch, ShownStep } from './search.js';
import { ImportMark } from './state-mark.js';
import { Undo } from './undo.js';
import { Undone } from './undone.js';
import { Unreadable } from './unreadable.js';

const route = getRouteApi('/frame/imports/$id');

/** One import from its file to the drafts: columns, dry run, corrections, drafts. */
export function Import() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const search = route.useSearch();
  const found = useQuery(importQuery(id));
  const title = found.data?.fileName ?? t('imports.title');
  return (
    <>
      <PageHead
        title={title}
        beside={found.data && <ImportMark row={found.data} />}
        above={[{ to: '/imports', title: t('imports.title') }]}
        actions={found.data && <Undo row={found.data} />}
      />
      <Loaded query={found}>{(row) => <Body row={row} search={search} />}</Loaded>
    </>
  );
}

interface StepProps {
  row: ImportView;
  search: ImportSearch;
}

const bodies: Record<ShownStep, (props: StepProps) => ReactNode> = {
  columns: ({ row }) => <MapStep key={row.headings.join('\n')} row={row} />,
  unreadable: ({ row }) => <Unreadable row={row} />,
  reading: ({ row }) => <Reading row={row} />,
  rows: ({ row, search }) => <RowsStep row={row} search={search} />,
  commit: ({ row }) => <CommitStep row={row} />,
  committing: ({ row }) => <Committing row={row} />,
  committed: ({ row }) => <Committed row={row} />,
  undone: ({ row }) => <Undone row={row} />,
};

function Body({ row, search }: StepProps) {
  const shown = shownStep(row, search);
  const Step = bodies[shown];
  const step = useFocusOnLostFocus(`${shown} ${row.headings.join(' ')}`);
  return (
    <>
      {row.state !== 'undone' && <ImportSteps row={row} shown={shown} />}
      <Announced row={row} />
      <div ref={step} tabIndex={-1} className="import-step">
        <Step row={row} search={search} />
      </div>
    </>
  );
}

/** Where a new step replaced what had the focus, the focus goes to the step; a person who is elsewhere is left alone. */
function useFocusOnLostFocus(shown: string) {
  const step = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (document.activeElement !== document.body) return;
    step.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [shown]);
  return step;
}
