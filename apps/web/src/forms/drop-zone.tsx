import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';

interface DropZoneProps {
  /** the files dropped or chosen */
  take: (files: readonly File[]) => void;
  /** what to do, where files can be dragged */
  words: string;
  /** opens the choice of files; `id` is for the links of an error summary */
  button: { id: string; words: string; disabled?: boolean; variant?: 'default' };
  /** what may be chosen, as `<input accept>` says it; any file where left out */
  accept?: string;
  multiple?: boolean;
  children: ReactNode;
}

/** A place files are dragged to, or chosen by a button. */
export function DropZone({ take, words, button, accept, multiple = false, children }: DropZoneProps) {
  const { words: choose, ...rest } = button;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={onDrop}
    >
      <div className="row">
        <span className="wide-only">{words}</span>
        <Button {...rest} onClick={() => input.current?.click()}>
          {choose}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accept}
          multiple={multiple}
          hidden
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {children}
    </div>
  );
}
