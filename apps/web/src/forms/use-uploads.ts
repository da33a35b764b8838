import { useIsMutating, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadEvidence } from '../api/upload.js';
import type { FileView } from '../api/types.js';
import { faultWords } from '../frame/fault-words.js';

/** A file on its way; `fault` says why it did not arrive. */
export interface Upload {
  key: number;
  file: File;
  /** of its bytes, 0 to 1 */
  share: number;
  fault: string | null;
}

let last = 0;

const mutationKey = ['evidence-upload'];

/** Whether a file is on its way anywhere on the page: what is saved meanwhile would lack it. */
export const useUploading = (): boolean => useIsMutating({ mutationKey }) > 0;

/** Files on their way to becoming evidence. */
export function useUploads(added: (file: FileView) => void) {
  const { t } = useTranslation();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const drop = (key: number): void => {
    setUploads((before) => before.filter((upload) => upload.key !== key));
  };
  const change = (key: number, part: Partial<Upload>): void => {
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  };
  // a browser that calls itself offline may still reach the server of its own network
  const { mutateAsync } = useMutation({
    mutationKey,
    networkMode: 'always',
    mutationFn: ({ key, file }: Upload) =>
      uploadEvidence(file, {
        onProgress: (share) => {
          change(key, { share });
        },
      }),
  });
  const send = async (upload: Upload): Promise<void> => {
    try {
      const view = await mutateAsync(upload);
      drop(upload.key);
      added(view);
    } catch (fault) {
      change(upload.key, { fault: faultWords(t, fault) });
    }
  };
  const begin = (files: readonly File[]): void => {
    const begun = files.map((file) => ({ key: (last += 1), file, share: 0, fault: null }));
    setUploads((before) => [...before, ...begun]);
    for (const upload of begun) void send(upload);
  };
  return { uploads, begin, drop };
}
