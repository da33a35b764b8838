import { useCallback, useEffect, useState } from 'react';

const STORED = 'redress.single-keys';

/** Whether single-key shortcuts are on, kept on this device (WCAG 2.1.4 asks that they can be switched off). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(STORED) !== 'off');
  const choose = useCallback((next: boolean) => {
    localStorage.setItem(STORED, next ? 'on' : 'off');
    setOn(next);
  }, []);
  return [on, choose];
}

/** A key typed into a field, or with a modifier, is never a shortcut. */
function isForShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest('[role="dialog"]') !== null || target.isContentEditable) return false;
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' || target.type === 'radio';
  return !(target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement);
}

export function useKeys(keys: Record<string, () => void>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      const action = keys[event.key];
      if (action === undefined || !isForShortcut(event)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [keys, on]);
}
