import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { ApiFault } from '../../api/fault.js';
import type { FieldError } from '../../forms/error-summary.js';
import { ErrorSummary, errorOf } from '../../forms/error-summary.js';
import { faultWords } from '../../frame/fault-words.js';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { t } = useTranslation();
  const { errors, pending, signIn } = useSignIn();
  useEffect(() => {
    document.title = `${t('frame.signIn.title')} · ${t('frame.product')}`;
  }, [t]);
  return (
    <main className="sign-in">
      <div className="sheet sign-in-box form">
        <p className="quiet">{t('frame.product')}</p>
        <h1>{t('frame.signIn.title')}</h1>
        <p>{t('frame.signIn.lead')}</p>
        <ErrorSummary errors={errors} />
        <form
          noValidate
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            void signIn(textOf(data, 'email').trim(), textOf(data, 'password'));
          }}
        >
          <TextInput
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            size="md"
            label={t('frame.signIn.email')}
            error={errorOf(errors, 'email')}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('frame.signIn.showPassword') }}
            id="password"
            name="password"
            autoComplete="current-password"
            size="md"
            label={t('frame.signIn.password')}
            error={errorOf(errors, 'password')}
          />
          <Button type="submit" size="md" loading={pending}>
            {t('frame.signIn.submit')}
          </Button>
        </form>
        <p className="quiet small">{t('frame.signIn.hint')}</p>
      </div>
    </main>
  );
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

function useSignIn() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [pending, setPending] = useState(false);
  const signIn = async (email: string, password: string): Promise<void> => {
    const found: FieldError[] = [];
    if (!email.includes('@')) found.push({ field: 'email', text: t('frame.signIn.needEmail') });
    if (password === '') found.push({ field: 'password', text: t('frame.signIn.needPassword') });
    setErrors(found);
    if (found.length > 0) return;
    setPending(true);
    try {
      await api.POST('/api/auth/sign-in/email', { body: { email, password } });
      queries.clear();
      router.history.push(next ?? '/');
    } catch (fault) {
      const wrong = fault instanceof ApiFault && [400, 401, 403].includes(fault.status);
      setErrors([{ field: wrong ? 'email' : null, text: wrong ? t('frame.signIn.wrong') : faultWords(t, fault) }]);
    } finally {
      setPending(false);
    }
  };
  return { errors, pending, signIn };
}
