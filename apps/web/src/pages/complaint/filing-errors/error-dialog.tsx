import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../api/client.js';
import type { Attribution, ErrorCode, FilingErrorInput, SuggestedError } from '../../../api/types.js';
import { Dialog } from '../../../forms/dialog.js';
import { errorChoices, errorWords, isErrorState } from '../../../words/coded.js';
import { EvidenceFields, evidenceInput, noEvidence } from './evidence-fields.js';

const sides: readonly Attribution[] = ['platform', 'us', 'network', 'unknown'];

/** What the pasted words can stand for; asked again as they change. */
const suggestionsQuery = (text: string) => ({
  queryKey: ['filing-errors', 'recognise', text],
  queryFn: async () =>
    (await body(api.POST('/api/v1/filing-errors/recognise', { body: { text: text.slice(0, 100_000) } }))).suggestions,
  enabled: text !== '',
  staleTime: Infinity,
});

interface Chosen {
  code: ErrorCode;
  attribution: Attribution;
}

interface ErrorDialogProps {
  title: string;
  close: () => void;
  pending: boolean;
  fault: unknown;
  record: (met: FilingErrorInput) => void;
}

/** A person pastes what the platform showed; the likeliest error is chosen for them until they choose another. */
export function ErrorDialog({ title, close, pending, fault, record }: ErrorDialogProps) {
  const { t } = useTranslation();
  const [message, setMessage] = useState('');
  const [own, setOwn] = useState<Chosen | null>(null);
  const [evidence, setEvidence] = useState(noEvidence);
  const [tried, setTried] = useState(false);
  const text = message.trim();
  const { data: suggestions = [], isSuccess } = useQuery(suggestionsQuery(text));
  const chosen: Chosen | null = own ?? suggestions[0] ?? null;
  return (
    <Dialog
      opened
      wide
      title={title}
      close={close}
      submitWords={t('errors.save')}
      pending={pending}
      fault={fault}
      submit={() => {
        setTried(true);
        const input = evidenceInput(evidence);
        if (chosen === null || input === null || text === '') return;
        record({ ...input, message: text.slice(0, 5000), code: chosen.code, attribution: chosen.attribution });
      }}
    >
      <p className="quiet">{t('errors.recordText')}</p>
      <Textarea
        data-autofocus
        label={t('errors.message')}
        autosize
        minRows={3}
        maxRows={10}
        value={message}
        error={tried && text === '' && t('errors.messageError')}
        onChange={(event) => {
          setMessage(event.currentTarget.value);
        }}
      />
      <div aria-live="polite">
        {suggestions.length > 0 && <Suggestions suggestions={suggestions} chosen={chosen} choose={setOwn} />}
        {text !== '' && isSuccess && suggestions.length === 0 && <p>{t('errors.noSuggestion')}</p>}
      </div>
      <Choice chosen={chosen} choose={setOwn} missing={tried && chosen === null} />
      <EvidenceFields evidence={evidence} change={setEvidence} tried={tried} />
    </Dialog>
  );
}

interface SuggestionsProps {
  suggestions: readonly SuggestedError[];
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
}

function Suggestions({ suggestions, chosen, choose }: SuggestionsProps) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <strong>{t('errors.suggested')}</strong>
      {suggestions.map(({ code, says, attribution, because }) => (
        <div key={code} className="stack-tight">
          <div>
            <Button
              size="compact-sm"
              variant={chosen?.code === code ? 'filled' : 'default'}
              aria-pressed={chosen?.code === code}
              style={{ height: 'auto', minHeight: 26, whiteSpace: 'normal' }}
              styles={{ label: { whiteSpace: 'normal' } }}
              onClick={() => {
                choose({ code, attribution });
              }}
            >
              {errorWords(t, code, says)} ({code})
            </Button>
          </div>
          <span className="quiet small break">{because}</span>
        </div>
      ))}
    </div>
  );
}

interface ChoiceProps {
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
  missing: boolean;
}

/** The error and the side, to be corrected where the suggestion does not fit. */
function Choice({ chosen, choose, missing }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('errors.code')}
        value={chosen?.code ?? ''}
        error={missing && t('errors.codeError')}
        {...(chosen === null ? {} : { description: t('errors.todo', { todo: t(`errors.todoOf.${chosen.code}`) }) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: '', label: t('errors.choose') },
          ...errorChoices(t).map(([value, says]) => ({ value, label: `${says} (${value})` })),
        ]}
        onChange={(event) => {
          const code = event.currentTarget.value;
          if (isErrorState(t, code)) choose({ code, attribution: chosen?.attribution ?? 'unknown' });
        }}
      />
      {chosen !== null && (
        <NativeSelect
          label={t('errors.attribution')}
          value={chosen.attribution}
          data={sides.map((value) => ({ value, label: t(`words.attribution.${value}`) }))}
          onChange={(event) => {
            const side = sides.find((value) => value === event.currentTarget.value);
            if (side !== undefined) choose({ ...chosen, attribution: side });
          }}
        />
      )}
    </>
  );
}
