import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { ComplaintView, FileView, ItemView, ObservationInput, ObservationState } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { FileDrop } from '../../forms/file-drop.js';
import { useNotify } from '../../frame/notices.js';
import { useComplaintChange } from './change.js';

const states: readonly ObservationState[] = ['up', 'down', 'geo-down', 'altered', 'relisted', 'unobservable'];

interface Entered {
  /** empty: not chosen yet */
  state: ObservationState | '';
  at: string;
  note: string;
  files: FileView[];
}

/** Now, as a field of date and time writes it: in the reader's zone, to the minute. */
function thisMinute(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const isPast = (at: string): boolean => at !== '' && new Date(at).getTime() <= Date.now();

function toInput({ state, at, note, files }: Entered): ObservationInput | null {
  if (state === '' || !isPast(at) || files.length > 1) return null;
  const [file] = files;
  return {
    state,
    at: new Date(at).toISOString(),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(file === undefined ? {} : { fileId: file.id }),
  };
}

interface RecordSeenProps {
  complaint: ComplaintView;
  item: ItemView;
  close: () => void;
}

/** What a person saw of a listing, with a screenshot. */
export function RecordSeen({ complaint, item, close }: RecordSeenProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [entered, setEntered] = useState<Entered>(() => ({ state: '', at: thisMinute(), note: '', files: [] }));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Entered>): void => {
    setEntered((before) => ({ ...before, ...part }));
  };
  const params = { path: { id: complaint.id, itemId: item.id } };
  const change = useComplaintChange(
    complaint.id,
    (input: ObservationInput) =>
      body(api.POST('/api/v1/complaints/{id}/items/{itemId}/observations', { params, body: input })),
    () => {
      close();
      notify(t('liveness.recorded'));
    },
  );
  return (
    <Dialog
      opened
      title={t('liveness.recordTitle')}
      close={close}
      submitWords={t('liveness.save')}
      pending={change.isPending}
      fault={change.error}
      submit={() => {
        setTried(true);
        const input = toInput(entered);
        if (input !== null) change.mutate(input);
      }}
    >
      <p className="break">{item.title ?? item.url}</p>
      <p className="quiet small">{t('liveness.recordText')}</p>
      <NativeSelect
        label={t('liveness.what')}
        value={entered.state}
        error={tried && entered.state === '' && t('liveness.whatError')}
        data={[
          { value: '', label: t('liveness.choose') },
          ...states.map((state) => ({ value: state, label: t(`liveness.state.${state}`) })),
        ]}
        onChange={(event) => {
          set({ state: states.find((state) => state === event.currentTarget.value) ?? '' });
        }}
      />
      <TextInput
        type="datetime-local"
        w={240}
        label={t('liveness.when')}
        value={entered.at}
        error={tried && !isPast(entered.at) && t('liveness.whenError')}
        onChange={(event) => {
          set({ at: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('liveness.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={entered.note}
        onChange={(event) => {
          set({ note: event.currentTarget.value });
        }}
      />
      <Screenshot entered={entered} change={setEntered} tried={tried} />
    </Dialog>
  );
}

interface ScreenshotProps {
  entered: Entered;
  change: (next: (before: Entered) => Entered) => void;
  tried: boolean;
}

function Screenshot({ entered, change, tried }: ScreenshotProps) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <strong>{t('liveness.screenshot')}</strong>
      <FileDrop
        id="observation-screenshot"
        files={entered.files}
        added={(file) => {
          change((before) => ({ ...before, files: [...before.files, file] }));
        }}
        remove={(id) => {
          change((before) => ({ ...before, files: before.files.filter((file) => file.id !== id) }));
        }}
        {...(tried && entered.files.length > 1 ? { error: t('liveness.oneScreenshot') } : {})}
      />
    </div>
  );
}
