import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { instanceSettings } from '../../experiment/settings/instances';
import { putsTruthIn } from '../../learners/oracle';
import { pictures } from '../../texts/pictures';
import type { Layer } from '../map/layer';
import MapLegend from '../map/MapLegend';
import { acts } from '../map/paint';
import { gridOf, rangesOf } from '../state/grid';
import { instancesOf } from '../state/instances';
import type { Model } from '../state/model';
import { shownLearner, shownOf, trainingSeedOf } from '../state/seeds';
import { type Block, column, row, tightened } from './block';
import { countTable, learnerTable, type MappedLearner } from './map-tables';
import { returnsTable } from './measure-tables';
import { pageBlock } from './page-block';
import type { Request } from './request';
import { NothingToSave, type Table } from './table';
import type { Definitions } from './vector-context';

/** Least width of a legend, in pixels: on less it would be a tower of words. */
const LEGEND = 260;

/** Around a picture: what the frame says already. */
const HEADINGS = 'h3, h4, figcaption';

function problemOf({ problem }: Model) {
  if (problem === null) throw new NothingToSave(pictures().unsolved);
  return problem;
}

/** The legend of the maps, set anew in a width of its own: on the page it lies under all of them. */
function legendBlock(
  { model, scheme, legend }: Request,
  layer: Layer,
  width: number,
  definitions: Definitions,
): Block {
  const { optimalQ, counts } = problemOf(model);
  const dims = instancesOf(model.settings).some(({ method }) => method.consults === 'data');
  const truths = model.settings.learners.some((id) =>
    putsTruthIn(instanceSettings(model.settings, id)),
  );
  const place = document.createElement('div');
  place.style.cssText = `position: absolute; left: -9999px; top: 0; width: ${Math.max(LEGEND, width)}px`;
  document.body.append(place);
  const root = createRoot(place);
  try {
    const ranges = legend?.ranges ?? rangesOf(optimalQ, counts);
    flushSync(() => root.render(createElement(MapLegend, { layer, ranges, scheme, dims, truths })));
    return tightened(pageBlock(place, definitions));
  } finally {
    root.unmount();
    place.remove();
  }
}

function layerOf({ settings }: Model): Layer {
  return settings.layer;
}

/** The parts of a learner's card that its picture shows, by their places. */
function learnerBlock(card: Element, id: string, definitions: Definitions, header: boolean): Block {
  const parts = [header ? 'header' : '', `[data-place="map:${id}"]`, `[data-place="bar:${id}"]`];
  const blocks = parts.flatMap((part) => {
    const found = part && card.querySelector(part);
    return found ? [tightened(pageBlock(found, definitions))] : [];
  });
  return column(blocks, 10);
}

function around(button: Element, selector: string): Element {
  const found = button.closest(selector);
  if (!found) throw new Error(pictures().gone);
  return found;
}

/** What is drawn, by the name of the picture. Throws NothingToSave where there is nothing to draw. */
export function blockOf(request: Request, definitions: Definitions): Block {
  const { of, button, model, legend } = request;
  if (of === 'cell') cellOf(model);
  if (of === 'maps') {
    const section = around(button, 'section');
    const blocks = instancesOf(model.settings).flatMap(({ id }) => {
      const card = section.querySelector(`article:has([data-place="map:${id}"])`);
      return card ? [learnerBlock(card, id, definitions, true)] : [];
    });
    const maps = row(blocks, 24);
    return column([maps, legendBlock(request, layerOf(model), maps.width, definitions)], 14);
  }
  if (of === 'map:data') {
    const map = around(button, '[data-picture]').querySelector('[data-place="map:data"]');
    const block = tightened(pageBlock(map ?? around(button, 'section'), definitions));
    return column([block, legendBlock(request, 'counts', block.width, definitions)], 12);
  }
  if (of.startsWith('map:')) {
    const block = learnerBlock(around(button, 'article'), of.slice(4), definitions, false);
    return column([block, legendBlock(request, layerOf(model), block.width, definitions)], 12);
  }
  const root = around(button, '[data-picture], section, article, figure');
  const blocks = partsOf(root).map((part) => tightened(pageBlock(part, definitions, HEADINGS)));
  const { width } = blocks[0];
  if (legend) blocks.push(legendBlock(request, legend.layer, width, definitions));
  return column(blocks, 12);
}

/** A large map stands among its tools: only it and its legend are its picture. */
function partsOf(root: Element): readonly Element[] {
  if (root.getAttribute('data-picture') !== 'bench') return [root];
  const paper = root.querySelector('canvas')?.parentElement;
  if (!paper) throw new NothingToSave(pictures().noMap);
  return [paper, ...root.querySelectorAll('[data-legend]')];
}

/** The marked cell. Throws NothingToSave where none is, or nobody acts there. */
function cellOf(model: Model): number {
  const state = model.hovered ?? model.pinned;
  const grid = gridOf(problemOf(model).world);
  if (state === null || state >= grid.states || !acts(grid, state))
    throw new NothingToSave(pictures().noCell);
  return state;
}

/** The learners as the maps show them, one of them or all. */
function mapped(model: Model, only: string | null): readonly MappedLearner[] {
  const shown = shownOf(model.settings);
  return instancesOf(model.settings)
    .filter(({ id }) => only === null || id === only)
    .map(({ id }) => ({
      id,
      seed: trainingSeedOf(model.settings),
      values: shownLearner(model.frame?.learners[id], shown),
    }));
}

/** The numbers behind a picture, by its name. Throws NothingToSave where there are none. */
export function tableOf({ of, table, model }: Request): Table {
  if (table) return table(model);
  const { snapshot, settings } = model;
  const first = settings['train.seed'];
  const [kind, detail] = of.split(':', 2);
  const problem = problemOf(model);
  switch (kind) {
    case 'cell':
      return learnerTable(
        gridOf(problem.world),
        problem.counts,
        mapped(model, null),
        cellOf(model),
      );
    case 'bar':
    case 'bars': {
      const { columns, rows } = returnsTable(snapshot ? [snapshot] : [], first);
      return { columns, rows: rows.filter(([, id]) => kind === 'bars' || id === detail) };
    }
    case 'maps':
      return learnerTable(gridOf(problem.world), problem.counts, mapped(model, null));
    case 'map':
      return detail === 'data'
        ? countTable(gridOf(problem.world), problem.counts, problem.behaviorPolicy)
        : learnerTable(gridOf(problem.world), problem.counts, mapped(model, detail));
    default:
      throw new RangeError(`there are no numbers for “${of}”`);
  }
}
