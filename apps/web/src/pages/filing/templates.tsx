import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { templatesQuery } from '../../api/queries.js';
import { Dialog } from '../../forms/dialog.js';
import { useNotify } from '../../frame/notices.js';
import type { Answers } from './answers.js';
import { fromDraft, toDraft } from './answers.js';

interface TemplateProps {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
}

/** Fills the form from a template; what was pasted as listings stays. */
export function StartFromTemplate({ answers, change }: TemplateProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { data: templates = [] } = useQuery(templatesQuery);
  if (templates.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      w={360}
      maw="100%"
      label={t('filing.template')}
      value=""
      onChange={(event) => {
        const chosen = templates.find(({ id }) => id === event.currentTarget.value);
        if (chosen === undefined) return;
        const { listings, renewedBecause } = answers;
        change({ ...fromDraft(chosen.answers), listings, renewedBecause });
        notify(t('filing.templateUsed', { name: chosen.name }), {
          undo: () => {
            change(answers);
          },
        });
      }}
      data={[
        { value: '', label: t('filing.chooseTemplate') },
        ...templates.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

/** Keeps everything but the listings under a name; a name that exists is written over. */
export function SaveTemplate({ answers }: Pick<TemplateProps, 'answers'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const [needed, setNeeded] = useState(false);
  const { data: templates = [] } = useQuery(templatesQuery);
  const existing = templates.find((known) => known.name === name.trim());
  const save = useMutation({
    mutationFn: () => {
      const { listings: _, renewedBecause: __, ...kept } = toDraft(answers);
      const input = { name: name.trim(), answers: kept };
      if (existing === undefined) return body(api.POST('/api/v1/templates', { body: input }));
      return body(api.PUT('/api/v1/templates/{id}', { params: { path: { id: existing.id } }, body: input }));
    },
    onSuccess: async (template) => {
      await queries.invalidateQueries({ queryKey: ['templates'] });
      dialog.close();
      notify(t('filing.templateSaved', { name: template.name }));
    },
  });
  return (
    <>
      <Button size="md" variant="default" onClick={dialog.open}>
        {t('filing.saveTemplate')}
      </Button>
      <Dialog
        title={t('filing.saveTemplate')}
        opened={opened}
        close={dialog.close}
        submitWords={t(existing === undefined ? 'filing.keepTemplate' : 'filing.replaceTemplate')}
        pending={save.isPending}
        fault={save.error}
        submit={() => {
          setNeeded(name.trim() === '');
          if (name.trim() !== '') save.mutate();
        }}
      >
        <p>{t('filing.templateText')}</p>
        <TextInput
          label={t('filing.templateName')}
          value={name}
          maxLength={100}
          error={needed && t('filing.error.templateName')}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </Dialog>
    </>
  );
}
