import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import { accountsQuery } from '../../../api/queries.js';
import { Dialog } from '../../../forms/dialog.js';
import { useNotify } from '../../../frame/notices.js';
import type { AccountProps } from './channels.js';

type Secret = AccountProps['row']['asks'][number];
type Secrets = Partial<Record<Secret, string>>;

/** What tells who one is, rather than proves it. */
const shown: readonly Secret[] = ['user', 'clientId'];

function useSave({ row, platform }: AccountProps, done: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entered: { name: string; secrets: Secrets }) => {
      const params = { path: { slug: row.platform }, query: { channel: row.channel } };
      return body(api.PUT('/api/v1/platforms/{slug}/account', { params, body: entered }));
    },
    onSuccess: async () => {
      done();
      notify(t('accounts.saved', { platform }));
      await queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    },
  });
}

/** Secrets are entered anew each time: what is kept is never shown. */
export function EnterAccount({ row, platform }: AccountProps) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const [secrets, setSecrets] = useState<Secrets>({});
  const [tried, setTried] = useState(false);
  const save = useSave({ row, platform }, dialog.close);
  const title = t('accounts.enterWhat', { platform });
  const words = t(row.entered ? 'accounts.replace' : 'accounts.enter');
  const lacks = (text: string | undefined): boolean => (text ?? '').trim() === '';
  const open = (): void => {
    setName(row.name ?? '');
    setSecrets({});
    setTried(false);
    save.reset();
    dialog.open();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={`${words}: ${title}`}>
        {words}
      </Button>
      <Dialog
        title={title}
        opened={opened}
        close={dialog.close}
        submitWords={t('accounts.save')}
        pending={save.isPending}
        fault={save.error}
        submit={() => {
          setTried(true);
          if (!lacks(name) && row.asks.every((secret) => !lacks(secrets[secret])))
            save.mutate({ name: name.trim(), secrets });
        }}
      >
        <TextInput
          label={t('accounts.name')}
          description={t('accounts.nameText')}
          data-autofocus
          value={name}
          error={tried && lacks(name) && t('accounts.missing')}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {row.asks.map((secret) => (
          <SecretField
            key={secret}
            secret={secret}
            value={secrets[secret] ?? ''}
            isMissing={tried && lacks(secrets[secret])}
            enter={(value) => {
              setSecrets((before) => ({ ...before, [secret]: value }));
            }}
          />
        ))}
      </Dialog>
    </>
  );
}

interface SecretFieldProps {
  secret: Secret;
  value: string;
  isMissing: boolean;
  enter: (value: string) => void;
}

function SecretField({ secret, value, isMissing, enter }: SecretFieldProps) {
  const { t } = useTranslation();
  const Input = shown.includes(secret) ? TextInput : PasswordInput;
  return (
    <Input
      label={t(`accounts.secret.${secret}`)}
      // It is the platform's account, not the one a person signs in to Redress with.
      autoComplete="off"
      value={value}
      error={isMissing && t('accounts.missing')}
      onChange={(event) => {
        enter(event.currentTarget.value);
      }}
    />
  );
}
