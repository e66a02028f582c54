import { useEffect, useMemo, useState } from 'react';
import { files } from '../../../texts/files';
import { usePlayground, useScene } from '../../basics/context';
import { Bench, WhatWasDone } from '../Bench';
import { DropZone } from '../DropZone';
import { DataNumbers, DataOnMap, downloadOf, presentData, previewData } from './DataOnMap';
import { ExportPanel } from './ExportPanel';
import type { Which } from './FileReport';
import { ImportPanel } from './ImportPanel';
import { ShelfPanel } from './ShelfPanel';
import { SourceLine } from './SourceLine';
import { useDesk, useDeskState } from './use-desk';

/** The offer that is looked at: the chosen one where it has rows, else the one that has most. */
function useLookedAt() {
  const opened = useDeskState(({ importing }) =>
    importing.stage === 'read' ? importing.opened : null,
  );
  const [chosen, choose] = useState<Which | null>(null);
  const { here, other } = opened?.read ?? { here: null, other: null };
  const better = (other?.report.good ?? 0) > (here?.report.good ?? 0) ? 'other' : 'here';
  const shown = chosen === 'other' && other === null ? 'here' : (chosen ?? better);
  // What was chosen for one file says nothing of the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => choose(null), [opened]);
  return { shown, choose, offer: shown === 'other' ? other : here };
}

/** Datasets in and out: import, what is kept, export. */
export default function FilesTab() {
  const t = files();
  const playground = usePlayground();
  const desk = useDesk();
  const said = useDeskState((state) => state.said);
  const scene = useScene();
  const { shown, choose, offer } = useLookedAt();
  useEffect(() => void playground.shelf.refresh(), [playground]);
  const preview = offer?.preview;
  const data = useMemo(() => {
    if (offer?.preview) return previewData(offer.preview, offer.world);
    return scene && presentData(scene);
  }, [offer, scene]);

  return (
    <DropZone invitation={t.drop} onFile={(file) => void desk.open(file)}>
      <Bench
        toolbar={<SourceLine preview={preview ? preview.data.label : null} />}
        map={(room) => data && <DataOnMap data={data} room={room} />}
        foot={data && <DataNumbers data={data} />}
        download={data && downloadOf(data)}
        toolsLabel={t.tools}
      >
        <ImportPanel shown={shown} onShow={choose} />
        <ShelfPanel />
        <ExportPanel />
      </Bench>
      <WhatWasDone said={said} />
    </DropZone>
  );
}
