import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languageOf } from '../i18n/language.js';

/** Language and appearance, kept on this device. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="stack-tight">
      <NativeSelect
        size="xs"
        label={t('frame.language')}
        value={languageOf(i18n.language)}
        onChange={(event) => void chooseLanguage(languageOf(event.currentTarget.value))}
        data={[
          { value: 'en', label: 'English' },
          { value: 'zh', label: '简体中文' },
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('frame.scheme')}
        value={colorScheme}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setColorScheme(chosen === 'light' || chosen === 'dark' ? chosen : 'auto');
        }}
        data={[
          { value: 'auto', label: t('frame.schemeAuto') },
          { value: 'light', label: t('frame.schemeLight') },
          { value: 'dark', label: t('frame.schemeDark') },
        ]}
      />
    </div>
  );
}
