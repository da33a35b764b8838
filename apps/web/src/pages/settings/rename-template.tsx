import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { templatesQuery } from '../../api/queries.js';
import type { TemplateView } from '../../api/types.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import { useTold } from '../rights/use-told.js';

/** Gives a template another name; its answers stay. */
function useRename({ id, name, answers }: TemplateView, done: () => void) {
  const { t } = useTranslation();
  const notify = useNotify();
  const told = useTold();
  const queries = useQueryClient();
  const put = async (called: string): Promise<void> => {
    await body(api.PUT('/api/v1/templates/{id}', { params: { path: { id } }, body: { name: called, answers } }));
    await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
  };
  return useMutation({
    mutationFn: put,
    onSuccess: (_, called) => {
      done();
      notify(t('settings.renamed', { was: name, is: called }), {
        undo: () => {
          told(put(name), t('settings.renamed', { was: called, is: name }));
        },
      });
    },
  });
}

export function RenameTemplate({ template }: { template: TemplateView }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const [name, setName] = useState(template.name);
  const [tried, setTried] = useState(false);
  const save = useRename(template, dialog.close);
  const title = t('settings.renameWhat', { name: template.name });
  const open = (): void => {
    setName(template.name);
    setTried(false);
    save.reset();
    dialog.open();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={title}>
        {t('settings.rename')}
      </Button>
      <Dialog
        title={title}
        opened={opened}
        close={dialog.close}
        submitWords={t('settings.rename')}
        pending={save.isPending}
        fault={save.error}
        submit={() => {
          setTried(true);
          if (name.trim() !== '') save.mutate(name.trim());
        }}
      >
        <TextInput
          label={t('settings.newName')}
          data-autofocus
          value={name}
          error={tried && name.trim() === '' && t('settings.nameError')}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </Dialog>
    </>
  );
}
