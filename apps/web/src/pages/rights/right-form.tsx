import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import type { RightKind, RightView, RightsHolderView } from '../../api/types.js';
import { ErrorSummary, errorOf } from '../../forms/error-summary.js';
import type { FieldError } from '../../forms/error-summary.js';
import { useUploading } from '../../forms/use-uploads.js';
import { tagOf } from '../../i18n/language.js';
import { DocumentFields } from './document-fields.js';
import { OwnerFields } from './owner-fields.js';
import type { RightEntry } from './right-entry.js';
import { emptyRight, entryOf, toFacts, toInput } from './right-entry.js';
import { rightErrors } from './right-errors.js';
import { RightFields } from './right-fields.js';
import type { RightPartProps } from './right-fields.js';
import { faultErrors, useTries } from './tries.js';

const FORM = 'right';

/** Whose right it is: settled, or to be chosen from these. */
export type Whose = { rightsHolderId: string } | { holders: readonly RightsHolderView[]; rightsHolderId?: string };

interface RightFormProps {
  whose: Whose;
  /** the right to change; a new one where there is none */
  before?: RightView;
  kinds: readonly RightKind[];
  saved: (right: RightView) => void;
  cancel: () => void;
}

/** Enters a right, or changes one. What was typed stays until the server has taken it. */
export function RightForm({ whose, before, kinds, saved, cancel }: RightFormProps) {
  const { t, i18n } = useTranslation();
  const [holder, setHolder] = useState(whose.rightsHolderId ?? '');
  const [entry, setEntry] = useState(() =>
    before === undefined ? emptyRight(kinds[0] ?? 'trademark') : entryOf(before),
  );
  const { tried, errors, tell, mend } = useTries(FORM);
  const uploading = useUploading();
  const save = useSaveRight(before?.id, saved, (fault) => {
    tell(faultErrors(t, FORM, fault));
  });
  const change: RightPartProps['change'] = (part, changed) => {
    setEntry((now) => ({ ...now, ...part(now) }));
    mend(changed);
  };
  const submit = (): void => {
    const missing: FieldError[] =
      holder === '' ? [{ field: `${FORM}-rightsHolderId`, text: t('filing.error.holder') }] : [];
    const found = [...missing, ...rightErrors(t, entry, tagOf(i18n.language))];
    tell(found);
    if (found.length === 0) save.mutate({ entry, holder });
  };
  const parts = { entry, change, errors };
  return (
    <form
      noValidate
      className="form stack"
      aria-label={t(before === undefined ? 'filing.addRight' : 'rights.editRight')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} tried={tried} />
      {'holders' in whose && (
        <HolderChoice
          holders={whose.holders}
          chosen={holder}
          isOpen={whose.rightsHolderId === undefined}
          error={errorOf(errors, `${FORM}-rightsHolderId`)}
          choose={(id) => {
            setHolder(id);
            mend(['rightsHolderId']);
          }}
        />
      )}
      <RightFields {...parts} kinds={kinds} />
      <OwnerFields {...parts} />
      <DocumentFields {...parts} />
      <div className="row">
        <Button type="submit" size="md" loading={save.isPending || uploading}>
          {t('filing.saveRight')}
        </Button>
        <Button size="md" variant="default" onClick={cancel}>
          {t('filing.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Sends the right whole: the API replaces what stands there. */
function useSaveRight(id: string | undefined, saved: (right: RightView) => void, refused: (fault: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, holder }: { entry: RightEntry; holder: string }) =>
      id === undefined
        ? body(api.POST('/api/v1/rights', { body: toInput(entry, holder) }))
        : body(api.PUT('/api/v1/rights/{id}', { params: { path: { id } }, body: toFacts(entry) })),
    onSuccess: async (right) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['rights'] }),
        queries.invalidateQueries({ queryKey: ['expiries'] }),
      ]);
      saved(right);
    },
    onError: refused,
  });
}

interface HolderChoiceProps {
  holders: readonly RightsHolderView[];
  chosen: string;
  /** nobody was proposed: it is asked first */
  isOpen: boolean;
  choose: (id: string) => void;
  error: string | undefined;
}

function HolderChoice({ holders, chosen, isOpen, choose, error }: HolderChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      id={`${FORM}-rightsHolderId`}
      size="md"
      label={t('filing.holder')}
      error={error}
      {...(isOpen ? { 'data-autofocus': true } : {})}
      value={chosen}
      data={[
        { value: '', label: t('filing.chooseHolder') },
        ...holders.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => {
        choose(event.currentTarget.value);
      }}
    />
  );
}
