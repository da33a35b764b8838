import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { fileQuery, platformsQuery, rightsQuery } from '../../api/queries.js';
import type { PowerInput, RightsHolderView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { ErrorSummary, errorOf } from '../../forms/error-summary.js';
import type { FieldError } from '../../forms/error-summary.js';
import { FileDrop } from '../../forms/file-drop.js';
import { useNotify } from '../../frame/notices.js';
import { rightWords } from '../filing/right-words.js';
import { ChooseSome } from './choose-some.js';
import { useToday } from './day.js';
import type { PowerEntry } from './power-entry.js';
import { powerErrors, toPowerInput } from './power-entry.js';
import { textProps } from './text-props.js';
import { faultErrors, useTries } from './tries.js';

const FORM = 'power';

interface RecordPowerProps {
  holder: RightsHolderView;
  /** who acted so far */
  agent: string;
}

/** Records the leave a rights holder gave. What was recorded is never changed: a wrong one is revoked and entered anew. */
export function RecordPower({ holder, agent }: RecordPowerProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const today = useToday();
  const begin = (): PowerEntry => ({
    texts: { agent, validFrom: today, validTo: '' },
    rightIds: null,
    platforms: null,
    paper: null,
  });
  const [entry, setEntry] = useState(begin);
  const { tried, errors, tell, mend } = useTries(FORM);
  const record = useRecord(holder, dialog.close, (fault) => {
    tell(faultErrors(t, FORM, fault));
  });
  const open = (): void => {
    setEntry(begin);
    tell([]);
    dialog.open();
  };
  const submit = (): void => {
    const found = powerErrors(t, entry);
    tell(found);
    if (found.length === 0) record.mutate(toPowerInput(entry));
  };
  return (
    <div>
      <Button variant="default" onClick={open}>
        {t('rights.recordPower')}
      </Button>
      <Dialog
        wide
        title={t('rights.recordPowerOf', { name: holder.name })}
        opened={opened}
        close={dialog.close}
        submitWords={t('rights.recordPowerDo')}
        pending={record.isPending}
        fault={null}
        submit={submit}
      >
        <ErrorSummary errors={errors} tried={tried} />
        <Fields
          {...{ holder, entry, errors }}
          set={(part, changed) => {
            setEntry((now) => ({ ...now, ...part }));
            mend([changed]);
          }}
        />
      </Dialog>
    </div>
  );
}

function useRecord({ id, name }: RightsHolderView, done: () => void, refused: (fault: unknown) => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: PowerInput) =>
      body(api.POST('/api/v1/rights-holders/{id}/powers-of-attorney', { params: { path: { id } }, body: input })),
    onSuccess: async ({ agent }) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['rights-holders'] }),
        queries.invalidateQueries({ queryKey: ['expiries'] }),
      ]);
      done();
      notify(t('rights.powerRecorded', { agent, name }));
    },
    onError: refused,
  });
}

interface FieldsProps {
  holder: RightsHolderView;
  entry: PowerEntry;
  set: (part: Partial<PowerEntry>, changed: string) => void;
  errors: readonly FieldError[];
}

function Fields({ holder, entry, set, errors }: FieldsProps) {
  const { t } = useTranslation();
  const texts = {
    form: FORM,
    texts: entry.texts,
    errors,
    set: (name: keyof PowerEntry['texts'], text: string) => {
      set({ texts: { ...entry.texts, [name]: text } }, name);
    },
  };
  return (
    <>
      <TextInput
        {...textProps(texts, 'agent')}
        label={t('rights.powerAgent')}
        description={t('rights.powerAgentHint')}
        data-autofocus
      />
      <Coverage {...{ holder, entry, set, errors }} />
      <div className="pairs">
        <TextInput {...textProps(texts, 'validFrom')} type="date" label={t('rights.powerFrom')} />
        <TextInput
          {...textProps(texts, 'validTo')}
          type="date"
          label={t('rights.powerTo')}
          description={t('rights.powerToHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <Paper {...{ entry, set, errors }} />
    </>
  );
}

function Coverage({ holder, entry, set, errors }: FieldsProps) {
  const { t } = useTranslation();
  const { data: rights = [] } = useQuery(rightsQuery(holder.id));
  const { data: platforms = [] } = useQuery(platformsQuery);
  return (
    <>
      <ChooseSome
        id={`${FORM}-rightIds`}
        label={t('rights.powerRights')}
        all={t('rights.allRights')}
        some={t('rights.onlyThese')}
        choices={rights.map((right) => ({ value: right.id, label: rightWords(t, right) }))}
        chosen={entry.rightIds}
        error={errorOf(errors, `${FORM}-rightIds`)}
        choose={(rightIds) => {
          set({ rightIds }, 'rightIds');
        }}
      />
      <ChooseSome
        id={`${FORM}-platforms`}
        label={t('rights.powerPlatforms')}
        all={t('rights.allPlatforms')}
        some={t('rights.onlyThese')}
        choices={platforms.map(({ slug, name }) => ({ value: slug, label: name }))}
        chosen={entry.platforms}
        error={errorOf(errors, `${FORM}-platforms`)}
        choose={(chosen) => {
          set({ platforms: chosen }, 'platforms');
        }}
      />
    </>
  );
}

/** The signed paper: one file; another one takes its place. */
function Paper({ entry: { paper }, set, errors }: Omit<FieldsProps, 'holder'>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <div className="stack-tight" role="group" aria-labelledby="power-paper">
      <div id="power-paper" className="field-name">
        {t('rights.powerPaperField')}
      </div>
      <FileDrop
        id={`${FORM}-fileId`}
        files={paper === null ? [] : [paper]}
        error={errorOf(errors, `${FORM}-fileId`)}
        added={(file) => {
          queries.setQueryData(fileQuery(file.id).queryKey, file);
          set({ paper: file }, 'fileId');
        }}
        remove={() => {
          set({ paper: null }, 'fileId');
        }}
      />
    </div>
  );
}
