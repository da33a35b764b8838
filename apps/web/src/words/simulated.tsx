import { useTranslation } from 'react-i18next';
import { Mark } from './mark.js';

/** Says that a platform is made up, where its name does not say so already. */
export function SimulatedMark({ of: { name, simulated } }: { of: { name: string; simulated: boolean } }) {
  const { t } = useTranslation();
  const word = t('measures.simulated');
  if (!simulated || name.toLowerCase().includes(word.toLowerCase())) return null;
  return <Mark meaning="plain" word={word} />;
}
