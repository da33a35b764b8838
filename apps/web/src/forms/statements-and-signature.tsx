import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language, PlatformGround, StatementKind } from '../api/types.js';
import { languageOf } from '../i18n/language.js';
import type { FieldError } from './error-summary.js';
import { errorOf } from './error-summary.js';

interface StatementsProps {
  statements: PlatformGround['statements'];
  language: Language;
  confirmed: Record<StatementKind, boolean>;
  confirm: (kind: StatementKind, value: boolean) => void;
  errors: readonly FieldError[];
}

/** Each statement in the exact words of the regime, with its own box; none is ever ticked beforehand. */
export function Statements({ statements, language, confirmed, confirm, errors }: StatementsProps) {
  const { t, i18n } = useTranslation();
  const own = languageOf(i18n.language);
  return (
    <section>
      <h2>{t('filing.statementsTitle')}</h2>
      <p>{t(statements.length === 0 ? 'filing.noStatements' : 'filing.statementsText')}</p>
      {statements.map(({ kind, wording }) => (
        <div key={kind} className="statement">
          <p lang={language} id={`wording-${kind}`}>
            {wording[language]}
          </p>
          {language !== own && <p className="quiet">{t('filing.inYourLanguage', { wording: wording[own] })}</p>}
          <Checkbox
            id={`statement-${kind}`}
            size="md"
            label={`${t('filing.confirm')} (${t(`words.statement.${kind}`)})`}
            aria-describedby={`wording-${kind}`}
            error={errorOf(errors, `statement-${kind}`)}
            checked={confirmed[kind]}
            onChange={(event) => {
              confirm(kind, event.currentTarget.checked);
            }}
          />
        </div>
      ))}
    </section>
  );
}

interface SignatureProps {
  signature: { name: string; capacity: string };
  sign: (signature: { name: string; capacity: string }) => void;
  errors: readonly FieldError[];
}

export function SignatureFields({ signature, sign, errors }: SignatureProps) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t('filing.signatureTitle')}</h2>
      <TextInput
        id="signName"
        size="md"
        autoComplete="name"
        label={t('filing.signName')}
        description={t('filing.signNameHint')}
        error={errorOf(errors, 'signName')}
        value={signature.name}
        onChange={(event) => {
          sign({ ...signature, name: event.currentTarget.value });
        }}
      />
      <TextInput
        id="signCapacity"
        size="md"
        label={t('filing.signCapacity')}
        description={t('filing.signCapacityHint')}
        error={errorOf(errors, 'signCapacity')}
        value={signature.capacity}
        onChange={(event) => {
          sign({ ...signature, capacity: event.currentTarget.value });
        }}
      />
    </section>
  );
}
