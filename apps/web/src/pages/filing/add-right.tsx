import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { RightInput, RightKind, RightView } from '../../api/types.js';
import { entries } from '../../forms/entries.js';
import { faultWords } from '../../frame/fault-words.js';

interface AddRightProps {
  rightsHolderId: string;
  kinds: readonly RightKind[];
  opened: boolean;
  close: () => void;
  added: (right: RightView) => void;
}

/** `18, 25` → [18, 25]; null where it is not a list of Nice classes. */
function classesOf(text: string | undefined): number[] | null {
  if (text === undefined) return [];
  const numbers = text
    .split(/[\s,;，、]+/u)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 45) ? numbers : null;
}

/** Records a right without leaving the complaint. */
export function AddRight({ rightsHolderId, kinds, opened, close, added }: AddRightProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [errors, setErrors] = useState<{ title?: string; classes?: string }>({});
  const save = useMutation({
    mutationFn: (input: RightInput) => body(api.POST('/api/v1/rights', { body: input })),
    onSuccess: async (right) => {
      await queries.invalidateQueries({ queryKey: ['rights', rightsHolderId] });
      added(right);
      close();
    },
  });
  const send = (form: HTMLFormElement): void => {
    const { title, kind, classes: pasted, ...rest } = entries(form);
    const classes = classesOf(pasted);
    setErrors({
      ...(title === undefined ? { title: t('filing.needTitle') } : {}),
      ...(classes === null ? { classes: t('filing.badClasses') } : {}),
    });
    const chosen = kinds.find((known) => known === kind);
    if (title === undefined || classes === null || chosen === undefined) return;
    save.mutate({ rightsHolderId, title, kind: chosen, ...(classes.length > 0 ? { classes } : {}), ...rest });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('filing.addRight')}
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
        <NativeSelect
          name="kind"
          label={t('filing.rightKind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`words.right.${kind}`) }))}
        />
        <TextInput
          name="title"
          label={t('filing.rightTitle')}
          description={t('filing.rightTitleHint')}
          error={errors.title}
          data-autofocus
        />
        <TextInput name="number" label={t('filing.rightNumber')} />
        <TextInput name="office" label={t('filing.rightOffice')} description={t('filing.rightOfficeHint')} />
        {kinds.includes('trademark') && (
          <TextInput
            name="classes"
            label={t('filing.rightClasses')}
            description={t('filing.rightClassesHint')}
            error={errors.classes}
          />
        )}
        <div className="row">
          <TextInput name="validFrom" type="date" label={t('filing.rightFrom')} />
          <TextInput name="validTo" type="date" label={t('filing.rightTo')} />
        </div>
        {save.error !== null && (
          <p role="alert" className="mark-refused">
            {faultWords(t, save.error)}
          </p>
        )}
        <div className="row">
          <Button type="submit" loading={save.isPending}>
            {t('filing.saveRight')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('filing.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
