import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client.js';
import { rulesQuery } from '../../api/queries.js';
import type { RulesBody } from '../../api/types.js';
import { ErrorSummary, errorOf } from '../../forms/error-summary.js';
import type { FieldError } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';
import { Loaded } from '../../frame/states.js';
import { oneOf } from '../../words/known.js';
import { useTold } from '../rights/use-told.js';

/** Whether a second person approves a complaint before it leaves. */
export function Approval() {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  return (
    <section className="sheet">
      <h2>{t('settings.approval')}</h2>
      <p>{t('settings.approvalText')}</p>
      <Loaded query={rules}>{(read) => <Form rules={read} />}</Loaded>
    </section>
  );
}

const modeWords = (t: TFunction, { approval, approvalAbove }: RulesBody): string =>
  t(`settings.modeShort.${approval}`, { count: approvalAbove });

/** Says what it was and what it is now, with the way back. */
function useSaveRules(before: RulesBody) {
  const { t } = useTranslation();
  const notify = useNotify();
  const told = useTold();
  const queries = useQueryClient();
  const put = async (rules: RulesBody): Promise<RulesBody> => {
    const saved = await body(api.PUT('/api/v1/rules', { body: rules }));
    queries.setQueryData(rulesQuery.queryKey, saved);
    return saved;
  };
  const change = (from: RulesBody, to: RulesBody): string =>
    t('settings.approvalChanged', { was: modeWords(t, from), is: modeWords(t, to) });
  return useMutation({
    mutationFn: put,
    onSuccess: (saved) => {
      notify(change(before, saved), {
        undo: () => {
          told(put(before), change(saved, before));
        },
      });
    },
    onError: (fault) => {
      notify(faultWords(t, fault), { tone: 'warn' });
    },
  });
}

const ABOVE = 'approval-above';

/** A whole number of items the API takes; null for anything else. */
const numberOf = (text: string): number | null => (/^\d{1,5}$/u.test(text.trim()) ? Number(text) : null);

/** The fields follow the rules where those change without them, e.g. by undoing. */
function useEntered(rules: RulesBody) {
  const begin = () => ({
    seen: rules,
    mode: rules.approval,
    above: rules.approvalAbove === 0 ? '' : String(rules.approvalAbove),
  });
  const [entered, setEntered] = useState(begin);
  if (entered.seen !== rules) setEntered(begin);
  const set = (part: Partial<Pick<typeof entered, 'mode' | 'above'>>): void => {
    setEntered((now) => ({ ...now, ...part }));
  };
  return { ...entered, set };
}

function Form({ rules }: { rules: RulesBody }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { mode, above, set } = useEntered(rules);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useSaveRules(rules);
  const submit = (): void => {
    const count = mode === 'above' ? numberOf(above) : rules.approvalAbove;
    setErrors(count === null ? [{ field: ABOVE, text: t('settings.aboveError') }] : []);
    if (count === null) return;
    const next = { approval: mode, approvalAbove: count };
    if (modeWords(t, next) === modeWords(t, rules)) notify(t('settings.unchanged'));
    else save.mutate(next);
  };
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <Modes
        mode={mode}
        choose={(chosen) => {
          set({ mode: chosen });
        }}
      />
      {mode === 'above' && (
        <TextInput
          id={ABOVE}
          inputMode="numeric"
          w={240}
          label={t('settings.above')}
          value={above}
          error={errorOf(errors, ABOVE)}
          onChange={(event) => {
            set({ above: event.currentTarget.value });
            setErrors([]);
          }}
        />
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}

type Mode = RulesBody['approval'];

/** Each way with a sentence that says what it means. */
function Modes({ mode, choose }: { mode: Mode; choose: (mode: Mode) => void }) {
  const { t } = useTranslation();
  const modes = t('settings.mode', { returnObjects: true });
  const modeTexts = t('settings.modeText', { returnObjects: true });
  return (
    <Radio.Group
      aria-label={t('settings.approval')}
      value={mode}
      onChange={(value) => {
        choose(oneOf(modes, value) ?? mode);
      }}
    >
      <div className="stack">
        {(['never', 'above', 'always'] satisfies Mode[]).map((value) => (
          <Radio key={value} value={value} label={modes[value]} description={modeTexts[value]} />
        ))}
      </div>
    </Radio.Group>
  );
}
