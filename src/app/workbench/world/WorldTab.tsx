import { SettingControl } from '../../controls/SettingControl';
import { Bench, Group } from '../Bench';

/** The world: its map, drawn by hand, and its numbers. */
export default function WorldTab() {
  return (
    <Bench map={() => null} toolsLabel="Tools of the world">
      <Group title="World">
        <SettingControl settingKey="world" />
      </Group>
    </Bench>
  );
}
