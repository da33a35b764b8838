import { Button, CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'warn';
  undo?: () => void;
}

type Notify = (text: string, options?: { tone?: 'warn'; undo?: () => void }) => void;

const NotifyContext = createContext<Notify>(() => undefined);

/** Tells the person, on screen and to a screen reader, what just happened; with a way back where there is one. */
export const useNotify = (): Notify => useContext(NotifyContext);

/** How long a message stays, milliseconds; one that can be undone or that warns stays longer. */
const STAY = 6_000;
const STAY_LONG = 15_000;
let last = 0;

export function Notices({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Notice[]>([]);
  const drop = useCallback((id: number) => {
    setShown((before) => before.filter((notice) => notice.id !== id));
  }, []);
  const notify = useCallback<Notify>(
    (text, options = {}) => {
      last += 1;
      const notice: Notice = {
        id: last,
        text,
        tone: options.tone ?? 'plain',
        ...(options.undo ? { undo: options.undo } : {}),
      };
      setShown((before) => [...before.slice(-2), notice]);
      setTimeout(
        () => {
          drop(notice.id);
        },
        options.undo || options.tone === 'warn' ? STAY_LONG : STAY,
      );
    },
    [drop],
  );
  const region = useMemo(() => <NoticeList shown={shown} drop={drop} />, [shown, drop]);
  return (
    <NotifyContext value={notify}>
      {children}
      {region}
    </NotifyContext>
  );
}

function NoticeList({ shown, drop }: { shown: Notice[]; drop: (id: number) => void }) {
  const { t } = useTranslation();
  return (
    <div className="notices" role="status" aria-live="polite" aria-label={t('frame.notices')}>
      {shown.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.tone}`}>
          <p>{notice.text}</p>
          {notice.undo && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notice.undo?.();
                drop(notice.id);
              }}
            >
              {t('frame.undo')}
            </Button>
          )}
          <CloseButton
            aria-label={t('frame.dismiss')}
            onClick={() => {
              drop(notice.id);
            }}
          />
        </div>
      ))}
    </div>
  );
}
