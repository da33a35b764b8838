import { Checkbox, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { webhooksQuery } from '../../../api/queries.js';
import type { WebhookEvent, WebhookInput, WebhookView } from '../../../api/types.js';
import { Dialog } from '../../../forms/dialog.js';
import { ErrorSummary, errorOf } from '../../../forms/error-summary.js';
import type { FieldError } from '../../../forms/error-summary.js';
import { useNotify } from '../../../frame/notices.js';
import { webhookEvents } from './event-words.js';
import type { Secret } from './secret-dialog.js';

interface WebhookDialogProps {
  /** null: a new one */
  webhook: WebhookView | null;
  opened: boolean;
  close: () => void;
  /** what is shown once is there */
  made: (secret: Secret) => void;
}

const entryOf = (webhook: WebhookView | null): Required<WebhookInput> => ({
  url: webhook?.url ?? '',
  description: webhook?.description ?? '',
  events: webhook?.events ?? [],
  enabled: webhook?.enabled ?? true,
});

type Entry = ReturnType<typeof entryOf>;

/** A new webhook, or another address, other events, on or off. */
export function WebhookDialog({ opened, ...props }: WebhookDialogProps) {
  // Drawn anew each time it is opened: it begins with what is kept.
  return opened && <Form {...props} />;
}

function useSave({ webhook, close, made }: Omit<WebhookDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const save = async (entry: WebhookInput): Promise<string | null | undefined> => {
    if (webhook === null) return (await body(api.POST('/api/v1/webhooks', { body: entry }))).secret;
    await body(api.PUT('/api/v1/webhooks/{id}', { params: { path: { id: webhook.id } }, body: entry }));
    return undefined;
  };
  return useMutation({
    mutationFn: save,
    onSuccess: async (secret) => {
      await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      close();
      notify(t(webhook === null ? 'webhooks.added' : 'webhooks.changed'));
      if (secret !== undefined) made({ secret, isNew: false });
    },
  });
}

function Form(props: Omit<WebhookDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(() => entryOf(props.webhook));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useSave(props);
  const set = (part: Partial<Entry>): void => {
    setEntry((before) => ({ ...before, ...part }));
    setErrors([]);
  };
  const submit = (): void => {
    const found = [
      ...(URL.canParse(entry.url.trim()) ? [] : [{ field: 'webhook-url', text: t('webhooks.urlError') }]),
      ...(entry.events.length > 0 ? [] : [{ field: 'webhook-events', text: t('webhooks.eventsError') }]),
    ];
    setErrors(found);
    if (found.length === 0) save.mutate({ ...entry, url: entry.url.trim() });
  };
  const title = props.webhook === null ? t('webhooks.add') : t('webhooks.changeWhat', { url: props.webhook.url });
  return (
    <Dialog
      wide
      opened
      title={title}
      close={props.close}
      submit={submit}
      submitWords={t('webhooks.save')}
      pending={save.isPending}
      fault={save.error}
    >
      <ErrorSummary errors={errors} />
      <Fields entry={entry} errors={errors} set={set} />
    </Dialog>
  );
}

interface FieldsProps {
  entry: Entry;
  errors: readonly FieldError[];
  set: (part: Partial<Entry>) => void;
}

function Fields({ entry, errors, set }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        id="webhook-url"
        type="url"
        data-autofocus
        label={t('webhooks.url')}
        description={t('webhooks.urlText')}
        value={entry.url}
        error={errorOf(errors, 'webhook-url')}
        onChange={(event) => {
          set({ url: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t('webhooks.description')}
        maxLength={200}
        value={entry.description}
        onChange={(event) => {
          set({ description: event.currentTarget.value });
        }}
      />
      <Events entry={entry} errors={errors} set={set} />
      <Switch
        label={t('webhooks.enabled')}
        description={t('webhooks.enabledText')}
        checked={entry.enabled}
        onChange={(event) => {
          set({ enabled: event.currentTarget.checked });
        }}
      />
    </>
  );
}

function Events({ entry, errors, set }: FieldsProps) {
  const { t } = useTranslation();
  const words = t('webhooks.event', { returnObjects: true });
  const all = entry.events.length === webhookEvents.length;
  return (
    <div className="stack-tight">
      <EveryEvent
        all={all}
        some={!all && entry.events.length > 0}
        choose={(events) => {
          set({ events });
        }}
      />
      <Checkbox.Group
        label={t('webhooks.events')}
        value={entry.events}
        error={errorOf(errors, 'webhook-events')}
        onChange={(events) => {
          set({ events: webhookEvents.filter((event) => events.includes(event)) });
        }}
      >
        <div id="webhook-events" tabIndex={-1} className="choices stack-tight">
          {webhookEvents.map((event) => (
            <Checkbox key={event} value={event} label={words[event]} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

interface EveryEventProps {
  all: boolean;
  some: boolean;
  choose: (events: WebhookEvent[]) => void;
}

/** A box of its own: what it stands for is no event. */
function EveryEvent({ all, some, choose }: EveryEventProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('webhooks.everythingTold')}
      checked={all}
      indeterminate={some}
      onChange={() => {
        choose(all ? [] : [...webhookEvents]);
      }}
    />
  );
}
