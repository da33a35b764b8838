import { Button, Modal, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { RightsHolderInput, RightsHolderView } from '../../api/types.js';
import { faultWords } from '../../frame/fault-words.js';
import { entries } from '../../forms/entries.js';

interface AddHolderProps {
  opened: boolean;
  close: () => void;
  added: (holder: RightsHolderView) => void;
}

/** Records a rights holder without leaving the complaint. */
export function AddHolder({ opened, close, added }: AddHolderProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [nameless, setNameless] = useState(false);
  const save = useMutation({
    mutationFn: (input: RightsHolderInput) => body(api.POST('/api/v1/rights-holders', { body: input })),
    onSuccess: async (holder) => {
      await queries.invalidateQueries({ queryKey: ['rights-holders'] });
      added(holder);
      close();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const { name, ...rest } = entries(form);
    setNameless(name === undefined);
    if (name !== undefined) save.mutate({ name, ...rest });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('filing.addHolder')}
      closeButtonProps={{ 'aria-label': t('filing.cancel') }}
    >
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(event.currentTarget);
        }}
      >
        <TextInput
          name="name"
          label={t('filing.holderName')}
          error={nameless && t('filing.needName')}
          data-autofocus
          autoComplete="off"
        />
        <Textarea
          name="address"
          label={t('filing.holderAddress')}
          description={t('filing.holderAddressHint')}
          autosize
          minRows={2}
        />
        <TextInput name="email" type="email" label={t('filing.holderEmail')} />
        <TextInput name="phone" type="tel" label={t('filing.holderPhone')} />
        <TextInput name="country" label={t('filing.holderCountry')} maxLength={2} w={180} />
        {save.error !== null && (
          <p role="alert" className="mark-refused">
            {faultWords(t, save.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" loading={save.isPending}>
            {t('filing.saveHolder')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('filing.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
