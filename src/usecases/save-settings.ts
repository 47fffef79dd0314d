import { dayOf } from '../domain/calendar.ts';
import { formatDaysOff, withoutPast } from '../domain/days-off.ts';
import type { PulseSettings } from '../domain/pulse.ts';
import type { ChosenSettings } from '../domain/workspace.ts';
import type { Deps } from './deps.ts';

/** Stores the workspace's settings, without days off that were over a month ago; the caller has made sure that the person is a manager. */
export async function saveSettings(
  deps: Deps,
  { workspaceId, userId, settings }: { workspaceId: string; userId: string; settings: ChosenSettings },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const now = deps.clock();
    const daysOff = withoutPast(settings.daysOff, dayOf(now, settings.timeZone));
    await stores.workspace.save({ ...settings, daysOff });
    await stores.audit.add({
      actorId: userId,
      action: 'settings_changed',
      subject: workspaceId,
      details: { ...settings, managerIds: settings.managerIds.join(','), daysOff: formatDaysOff(daysOff) },
      at: now,
    });
  });
}

/**
 * Stores when the weekly pulse goes out, and whether; the caller has made sure that the person is a manager. A change begins anew:
 * what was due earlier is not owed.
 */
export async function savePulseSettings(
  deps: Deps,
  {
    workspaceId,
    userId,
    pulse,
  }: { workspaceId: string; userId: string; pulse: Omit<PulseSettings, 'since' | 'digestChannelId'> },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const now = deps.clock();
    const { isOn, schedule } = pulse;
    const before = await stores.pulses.findSettings();
    const isSame =
      before?.isOn === isOn && before.schedule.weekday === schedule.weekday && before.schedule.hour === schedule.hour;
    if (isSame) return;
    await stores.pulses.saveSettings({ ...pulse, since: now });
    await stores.audit.add({
      ...{ actorId: userId, action: 'pulse_settings_changed', subject: workspaceId, at: now },
      details: { isOn, ...schedule },
    });
  });
}
