import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { readSettings, SETTING_NAMES } from '#libs/settings';

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: string[];
}

const text = read('docker-compose.yml');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };

describe('docker-compose.yml', () => {
  it('runs api, worker and a migration from our image, and the real parts beside them', () => {
    const images = Object.entries(services).map(([name, { image }]) => [name, image]);
    expect(Object.fromEntries(images)).toEqual({
      migrate: 'redress',
      api: 'redress',
      worker: 'redress',
      postgres: 'postgres:17',
      redis: 'redis:7',
      mailpit: 'axllent/mailpit',
    });
    for (const name of ['api', 'worker', 'migrate']) {
      const app = name === 'migrate' ? 'cli' : name;
      expect(services[name]?.command?.slice(0, 2)).toEqual(['node', `dist/apps/${app}/src/main.js`]);
    }
  });

  it('gives Redis a log of every write and lets it evict no job', () => {
    const command = services['redis']?.command?.join(' ') ?? '';
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('starts api and worker after the migration, and the migration after a healthy database', () => {
    for (const name of ['api', 'worker']) {
      expect(services[name]?.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
    expect(services['migrate']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const name of ['api', 'postgres', 'redis', 'mailpit']) expect(services[name]?.healthcheck).toBeDefined();
  });

  it('lets the worker read the files the api keeps', () => {
    for (const name of ['api', 'worker', 'migrate']) {
      expect(services[name]?.volumes).toEqual(['files:/data']);
      expect(services[name]?.environment?.['REDRESS_DATA_DIR']).toBe('/data');
    }
    expect(read('Dockerfile')).toMatch(/install -d -o node -g node \/data\nUSER node\n/);
  });

  it('has no default for a secret', () => {
    for (const name of ['REDRESS_SECRET', 'POSTGRES_PASSWORD']) {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${name}([^}]*)\\}`, 'g'))].map(([, rest]) => rest);
      expect(uses.length).toBeGreaterThan(0);
      for (const rest of uses) expect(rest).toMatch(/^:\?/);
    }
    for (const name of ['REDRESS_BOOTSTRAP_PASSWORD', 'REDRESS_BOOTSTRAP_API_KEY']) {
      expect(text).toContain(`\${${name}:-}`);
    }
  });

  it('names settings there are, and values that production accepts', () => {
    const environment = services['api']?.environment ?? {};
    const ours = Object.keys(environment).filter((name) => !name.startsWith('AWS_'));
    expect(ours.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
    const filled = Object.entries(environment).map(([name, value]) => {
      const given = value
        .replace(/\$\{REDRESS_SECRET:[^}]*\}/, '9f2c41d07be85a36c1e4f0927d8b53aa')
        .replace(/\$\{REDRESS_MAIL_DOMAIN:[^}]*\}/, 'replies.example.org')
        .replace(/\$\{POSTGRES_PASSWORD:[^}]*\}/, 'c0ffee')
        .replace(/\$\{\w+:-([^}]*)\}/, '$1');
      return [name, given];
    });
    const settings = readSettings({ HOST: '0.0.0.0', ...(Object.fromEntries(filled) as Record<string, string>) });
    expect(settings.SMTP_URL).toBe('smtp://mailpit:1025');
    expect(settings.REDRESS_DEMO).toBe(false);
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('builds on Node 24, ships production packages only, and runs as an ordinary user', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set(['node:24-slim']));
    const final = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    expect(final).toMatch(/^USER node$/m);
    expect(final).toContain('COPY --from=packages /app/node_modules');
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(final).toMatch(/^CMD \["node", "dist\/apps\/api\/src\/main.js"\]$/m);
  });
});
