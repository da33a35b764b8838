import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { verificationsQuery } from '../../api/queries.js';
import type { VerificationInput, VerificationStatus, VerificationView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { oneOf } from '../../words/known.js';
import { useToday } from './day.js';
import { filled } from './filled.js';
import { useTold } from './use-told.js';

/** Records what the desk said; what stood there before can be brought back at once. */
function useVerify({ rightId, desk, platforms, ...stood }: VerificationView, done: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const told = useTold();
  const queries = useQueryClient();
  const params = { path: { id: rightId, desk } };
  const put = async (input: VerificationInput): Promise<VerificationView> => {
    const saved = await body(api.PUT('/api/v1/rights/{id}/verifications/{desk}', { params, body: input }));
    await queries.invalidateQueries({ queryKey: verificationsQuery(rightId).queryKey });
    return saved;
  };
  const words = ({ status }: Pick<VerificationView, 'status'>): string =>
    t('rights.verificationSaved', { platforms: platforms.join(', '), status: t(`words.verification.${status}`) });
  return useMutation({
    mutationFn: put,
    onSuccess: (saved) => {
      const { status, since, note } = stood;
      done();
      if (since === null) notify(words(saved));
      else
        notify(words(saved), {
          undo: () => {
            told(put({ status, since, ...filled({ note: note ?? '' }) }), words(stood));
          },
        });
    },
  });
}

interface Entry {
  status: VerificationStatus;
  since: string;
  note: string;
}

/** What a verification desk said of the right, changed in place: status, since when, and in which words. */
export function ChangeVerification({ verification }: { verification: VerificationView }) {
  const { t } = useTranslation();
  const today = useToday();
  const [opened, dialog] = useDisclosure(false);
  const { status, since, note } = verification;
  const begin = (): Entry => ({ status, since: since ?? today, note: note ?? '' });
  const [entry, setEntry] = useState(begin);
  const save = useVerify(verification, dialog.close);
  const title = t('rights.verifyTitle', { platforms: verification.platforms.join(', ') });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={title}
        onClick={() => {
          setEntry(begin);
          save.reset();
          dialog.open();
        }}
      >
        {t('rights.change')}
      </Button>
      <Dialog
        title={title}
        opened={opened}
        close={dialog.close}
        submitWords={t('complaint.save')}
        pending={save.isPending}
        fault={save.error}
        submit={() => {
          const { note: said, ...stands } = entry;
          if (entry.since !== '') save.mutate({ ...stands, ...filled({ note: said }) });
        }}
      >
        <Fields
          entry={entry}
          set={(part) => {
            setEntry((now) => ({ ...now, ...part }));
          }}
        />
      </Dialog>
    </>
  );
}

function Fields({ entry: { status, since, note }, set }: { entry: Entry; set: (part: Partial<Entry>) => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const statuses = t('words.verification', { returnObjects: true });
  return (
    <>
      <NativeSelect
        label={t('rights.status')}
        data-autofocus
        value={status}
        data={Object.entries(statuses).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          // What is news today stands so since today, until another day is chosen.
          set({ status: oneOf(statuses, event.currentTarget.value) ?? status, since: today });
        }}
      />
      <TextInput
        type="date"
        w={200}
        label={t('rights.sinceHead')}
        value={since}
        error={since === '' && t('rights.error.since')}
        onChange={(event) => {
          set({ since: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('rights.note')}
        description={t('rights.noteHint')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => {
          set({ note: event.currentTarget.value });
        }}
      />
    </>
  );
}
