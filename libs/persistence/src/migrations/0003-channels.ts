import type { MigrationInterface, QueryRunner } from 'typeorm';

const channels = `
alter table attempt add exhibit_ids uuid[] not null default '{}';
`;

export class Channels1764200000000 implements MigrationInterface {
  readonly name = 'Channels1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(channels);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table attempt drop exhibit_ids');
  }
}
