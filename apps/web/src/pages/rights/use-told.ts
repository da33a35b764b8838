import { useTranslation } from 'react-i18next';
import { faultWords } from '../../frame/fault-words.js';
import { useNotify } from '../../frame/notices.js';

/** Says how a change ended for which no form waits any more, such as one that was undone. */
export function useTold(): (change: Promise<unknown>, words: string) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return (change, words) => {
    change.then(
      () => {
        notify(words);
      },
      (fault: unknown) => {
        notify(faultWords(t, fault), { tone: 'warn' });
      },
    );
  };
}
