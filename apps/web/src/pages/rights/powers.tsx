import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { powersQuery } from '../../api/queries.js';
import type { PowerView, RightsHolderView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';
import { Mark } from '../../words/mark.js';
import { useToday } from './day.js';
import { holderEntryOf, toHolderInput } from './holder-entry.js';
import { useSaveHolder } from './holder-form.js';
import { PowersTable } from './powers-table.js';
import { RecordPower } from './record-power.js';
import { useTold } from './use-told.js';
import { isValidPower } from './validity.js';

/** Whether we act for the rights holder, and the powers of attorney under which we may. */
export function Powers({ holder }: { holder: RightsHolderView }) {
  const { t } = useTranslation();
  const powers = useQuery(powersQuery(holder.id));
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className="sheet stack" id="powers">
      <h2 tabIndex={-1} ref={heading}>
        {t('rights.powers')}
      </h2>
      <AsAgent holder={holder} />
      <Loaded query={powers}>
        {(read) => (
          <>
            <Standing holder={holder} powers={read} />
            {read.length > 0 && <PowersTable powers={read} holder={holder} revoked={() => heading.current?.focus()} />}
            <RecordPower holder={holder} agent={read[0]?.agent ?? ''} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Saved as soon as it is ticked; the message undoes it. */
function AsAgent({ holder }: { holder: RightsHolderView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const told = useTold();
  const save = useSaveHolder(holder.id);
  const set = async (representedByAgent: boolean): Promise<void> => {
    const input = { ...toHolderInput(holderEntryOf(holder)), representedByAgent };
    const words = (is: boolean): string => t(is ? 'rights.agentOn' : 'rights.agentOff', { name: holder.name });
    try {
      await save.mutateAsync(input);
      notify(words(representedByAgent), {
        undo: () => {
          told(save.mutateAsync({ ...input, representedByAgent: !representedByAgent }), words(!representedByAgent));
        },
      });
    } catch (fault) {
      notify(faultWords(t, fault), { tone: 'warn' });
    }
  };
  return (
    <Checkbox
      label={t('rights.agent')}
      description={t('rights.agentHint')}
      checked={holder.representedByAgent}
      onChange={(event) => {
        if (!save.isPending) void set(event.currentTarget.checked);
      }}
    />
  );
}

function Standing({ holder, powers }: { holder: RightsHolderView; powers: readonly PowerView[] }) {
  const { t } = useTranslation();
  const today = useToday();
  if (!holder.representedByAgent) return <p className="quiet">{t('rights.powersNotNeeded')}</p>;
  if (powers.some((power) => isValidPower(power, today))) return null;
  return (
    <div role="status">
      <Mark meaning="warn" word={t('rights.noValidPower', { name: holder.name })} />
    </div>
  );
}
