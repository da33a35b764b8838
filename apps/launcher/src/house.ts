import { join } from 'node:path';

import { Child } from './child.js';

/** The long-running processes of one start. */
export class House {
  private readonly children: Child[] = [];

  constructor(
    private readonly place: { root: string; logs: string },
    private readonly say: (line: string) => void,
    private readonly onChange: (pids: number[]) => void,
  ) {}

  /** Starts them together and resolves when all are ready. @throws Error with the last words of the first that is not */
  async start(names: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    await Promise.all(
      names.map((name) => {
        const { root, logs } = this.place;
        const plan = { name, file: entry(root, name), env, logs, cwd: root };
        const child = new Child(plan, this.say, () => {
          this.onChange(this.children.flatMap(({ pid }) => (pid === undefined ? [] : [pid])));
        });
        this.children.push(child);
        return child.start();
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
  }

  kill(): void {
    for (const child of this.children) child.kill();
  }
}

/** The compiled main file of an app. */
export function entry(root: string, name: string): string {
  return join(root, 'dist', 'apps', name, 'src', 'main.js');
}
