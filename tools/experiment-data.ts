import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type GivenData, givenOf } from '../src/data/given';
import { importFile } from '../src/data/import/import-file';
import { FILE_LIMIT, type ImportOffer, type ImportReport } from '../src/data/import/types';
import { worldChange, worldOf } from '../src/experiment/settings/world';
import type { Settings } from '../src/experiment/types';
import type { World } from '../src/mdp/types';
import { files } from '../src/texts/files';
import { reading } from '../src/texts/reading';
import { unreadable } from '../src/texts/unreadable';

/** What the command writes of an import (docs/contract.md#command-line): counts of rows, and sentences. */
export interface ImportSummary {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  /** Under which conventions the numbers were read, with what speaks for them. */
  readonly readings: readonly string[];
  /** What was derived, put in order, left aside, refused and why, and what the rows leave open. */
  readonly notes: readonly string[];
}

/** A file as data for an experiment. */
export interface ImportedData {
  readonly summary: ImportSummary;
  /** Null where no row is accepted. */
  readonly data: GivenData | null;
  /** The settings, asking for these rows, in the world of the file where that is the one that counts. */
  readonly settings: Settings;
}

/** Findings of one kind in a sentence: how many rows, what is the matter, and the first of them. */
function findings(report: ImportReport): string[] {
  const t = files();
  const say = <Kind extends string>(
    counts: Readonly<Partial<Record<Kind, number>>>,
    words: Readonly<Record<Kind, string>>,
    shown: readonly { readonly kind: Kind; readonly message: string }[],
  ): string[] =>
    (Object.entries(counts) as [Kind, number][]).map(([kind, count]) => {
      const first = shown.find((finding) => finding.kind === kind)?.message ?? '';
      return kind === 'file' ? first : `${t.rows(count)}: ${words[kind]}. ${first}`;
    });
  return [
    ...say(report.faultCounts, t.faults, report.faults),
    ...say(report.warningCounts, t.warnings, report.warnings),
  ];
}

function summaryOf(
  { report, alternatives }: ImportOffer,
  before: readonly string[],
): ImportSummary {
  const { rows, good, readings, question, notes } = report;
  const open =
    question === null
      ? []
      : [question, reading().readings.couldAlsoBe(alternatives.map(({ name }) => name))];
  return {
    rows,
    accepted: good,
    refused: rows - good,
    readings,
    notes: [...before, ...open, ...findings(report), ...notes],
  };
}

/**
 * Reads a file of rows for the world of the settings; where these leave the world open (`worldGiven`)
 * and the file states one that more of its rows fit, for that one. Of several readings that the rows
 * leave open the first is taken.
 *
 * Throws Error with a sentence where the file cannot be opened.
 */
export async function importData(
  path: string,
  settings: Settings,
  worldGiven: boolean,
): Promise<ImportedData> {
  const world = worldOf(settings);
  const name = basename(path);
  const { size } = statSync(path);
  if (size > FILE_LIMIT) {
    const [had, limit] = [size, FILE_LIMIT].map((bytes) => Math.ceil(bytes / 2 ** 20));
    throw new Error(unreadable().fileTooLarge(name, had, limit));
  }
  const { offer, other } = await importFile({
    name,
    bytes: new Uint8Array(readFileSync(path)),
    world,
  });
  const theirs = other !== null && !worldGiven && other.offer.report.good > offer.report.good;
  const [taken, its]: [ImportOffer, World] = theirs ? [other.offer, other.world] : [offer, world];
  const about = other === null ? [] : [theirs ? files().worldTaken : files().statesOther];
  const summary = summaryOf(taken, [...about, ...(other?.differences ?? [])]);
  const { transitions, behaviorKnown } = taken;
  if (transitions === null) return { summary, data: null, settings };
  const gamma = other === null ? {} : { gamma: other.world.gamma };
  const data = givenOf(transitions, {
    ...gamma,
    label: name,
    kind: 'imported',
    map: its.map,
    behaviorKnown,
  });
  return {
    summary,
    data,
    settings: {
      ...settings,
      ...(theirs ? worldChange(settings, its) : {}),
      'data.source': 'file',
      'data.file': data.hash,
    },
  };
}
