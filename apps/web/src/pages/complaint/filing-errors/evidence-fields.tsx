import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView, FilingErrorInput, FilingErrorView } from '../../../api/types.js';
import { FileDrop } from '../../../forms/file-drop.js';

type Network = NonNullable<FilingErrorView['network']>;
const networks: readonly Network[] = ['server', 'office', 'home', 'mobile', 'abroad'];

/** When and where a person met an error, and what the screen showed. */
export interface Evidence {
  /** as a field of date and time writes it; null: this moment, which the field shows without its seconds */
  at: string | null;
  network: Network | '';
  files: FileView[];
}

/** Now, in the reader's zone, to the minute: as a field of date and time writes it. */
export function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const noEvidence = (): Evidence => ({ at: null, network: '', files: [] });

export const isPast = (at: string | null): boolean =>
  at === null || (at !== '' && new Date(at).getTime() <= Date.now());

/** The instant a field of date and time stands for. Untouched, it must not lie before what was done a moment ago. */
export const instantOf = (at: string | null): string => (at === null ? new Date() : new Date(at)).toISOString();

type EvidenceInput = Pick<FilingErrorInput, 'occurredAt' | 'network' | 'screenshot'>;

/** Null while something stands in the way. */
export function evidenceInput({ at, network, files }: Evidence): EvidenceInput | null {
  if (!isPast(at) || files.length > 1) return null;
  const [file] = files;
  return {
    occurredAt: instantOf(at),
    ...(network === '' ? {} : { network }),
    ...(file === undefined ? {} : { screenshot: file.id }),
  };
}

interface EvidenceFieldsProps {
  evidence: Evidence;
  change: (next: (before: Evidence) => Evidence) => void;
  tried: boolean;
}

export function EvidenceFields({ evidence, change, tried }: EvidenceFieldsProps) {
  const { t } = useTranslation();
  const [opened] = useState(localNow);
  const set = (part: Partial<Evidence>): void => {
    change((before) => ({ ...before, ...part }));
  };
  return (
    <>
      <div className="stack-tight">
        <strong>{t('errors.screenshot')}</strong>
        <FileDrop
          id="error-screenshot"
          files={evidence.files}
          added={(file) => {
            change((before) => ({ ...before, files: [...before.files, file] }));
          }}
          remove={(id) => {
            change((before) => ({ ...before, files: before.files.filter((file) => file.id !== id) }));
          }}
          {...(tried && evidence.files.length > 1 ? { error: t('errors.oneScreenshot') } : {})}
        />
      </div>
      <NativeSelect
        label={t('errors.network')}
        description={t('errors.networkHint')}
        value={evidence.network}
        data={[
          { value: '', label: t('errors.notSaid') },
          ...networks.map((value) => ({ value, label: t(`errors.networks.${value}`) })),
        ]}
        onChange={(event) => {
          set({ network: networks.find((value) => value === event.currentTarget.value) ?? '' });
        }}
      />
      <TextInput
        type="datetime-local"
        w={240}
        label={t('errors.when')}
        value={evidence.at ?? opened}
        error={tried && !isPast(evidence.at) && t('errors.whenError')}
        onChange={(event) => {
          set({ at: event.currentTarget.value });
        }}
      />
    </>
  );
}
