import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { rightsHolderQuery } from '../../api/queries.js';
import type { RightsHolderInput, RightsHolderView } from '../../api/types.js';
import { ErrorSummary } from '../../forms/error-summary.js';
import { emptyHolder, holderEntryOf, holderErrors, toHolderInput } from './holder-entry.js';
import { HolderFields } from './holder-fields.js';
import { faultErrors, useTries } from './tries.js';

const FORM = 'holder';

/** Sends a rights holder whole: the API replaces what stands there. */
export function useSaveHolder(id: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: RightsHolderInput) =>
      id === undefined
        ? body(api.POST('/api/v1/rights-holders', { body: input }))
        : body(api.PUT('/api/v1/rights-holders/{id}', { params: { path: { id } }, body: input })),
    onSuccess: async (holder) => {
      queries.setQueryData(rightsHolderQuery(holder.id).queryKey, holder);
      await queries.invalidateQueries({ queryKey: ['rights-holders'] });
    },
  });
}

interface HolderFormProps {
  /** the rights holder to change; a new one where there is none */
  before?: RightsHolderView;
  saved: (holder: RightsHolderView) => void;
  cancel: () => void;
}

/** Enters a rights holder, or changes one. */
export function HolderForm({ before, saved, cancel }: HolderFormProps) {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(() => (before === undefined ? emptyHolder : holderEntryOf(before)));
  const { tried, errors, tell, mend } = useTries(FORM);
  const save = useSaveHolder(before?.id);
  const submit = async (): Promise<void> => {
    const found = holderErrors(t, entry);
    tell(found);
    if (found.length > 0) return;
    try {
      saved(await save.mutateAsync(toHolderInput(entry)));
    } catch (fault) {
      tell(faultErrors(t, FORM, fault));
    }
  };
  return (
    <form
      noValidate
      className="form stack"
      aria-label={t(before === undefined ? 'filing.addHolder' : 'rights.editHolder')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} tried={tried} />
      <HolderFields
        entry={entry}
        isNew={before === undefined}
        errors={errors}
        set={(part, changed) => {
          setEntry((now) => ({ ...now, ...part }));
          mend([changed]);
        }}
      />
      <div className="row">
        <Button type="submit" size="md" loading={save.isPending}>
          {t('filing.saveHolder')}
        </Button>
        <Button size="md" variant="default" onClick={cancel}>
          {t('filing.cancel')}
        </Button>
      </div>
    </form>
  );
}
