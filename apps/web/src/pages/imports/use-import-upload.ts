import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../api/types.js';
import { uploadImport } from '../../api/upload.js';
import { faultWords } from '../../frame/fault-words.js';

/** A file on its way, or why it did not arrive. */
export type Sending =
  { is: 'going'; file: File; share: number } | { is: 'failed'; file: File; why: string } | { is: 'nothing' };

const isStopped = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'AbortError';

/** Hands in one file of listings; a person can stop it, and so does leaving the page. */
export function useImportUpload(register: boolean, taken: (row: ImportView) => void) {
  const { t } = useTranslation();
  const [sending, setSending] = useState<Sending>({ is: 'nothing' });
  const stopper = useRef(new AbortController());
  useEffect(
    () => () => {
      stopper.current.abort();
    },
    [],
  );
  const begin = async (file: File): Promise<void> => {
    stopper.current = new AbortController();
    const onProgress = (share: number): void => {
      setSending({ is: 'going', file, share });
    };
    onProgress(0);
    try {
      taken(await uploadImport(file, register, { onProgress, signal: stopper.current.signal }));
    } catch (thrown) {
      setSending(isStopped(thrown) ? { is: 'nothing' } : { is: 'failed', file, why: faultWords(t, thrown) });
    }
  };
  const stop = (): void => {
    stopper.current.abort();
  };
  return { sending, begin, stop };
}
