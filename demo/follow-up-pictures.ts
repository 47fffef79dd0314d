import type { Locator, Page } from 'playwright-core';
import { type Language, translate } from '../src/i18n/index.ts';
import { PEOPLE } from './sample-agency.ts';

type Sitting = { readonly page: Page; readonly save: (name: string, part: Locator) => Promise<void> };

/** What follows a verdict, as the sample agency has it when the demo starts: a plan, a prep sheet, a checklist, a notice. */
export async function takeFollowUp({ page, save }: Sitting, language: Language): Promise<void> {
  const t = translate(language);
  await page.locator('.actas select').selectOption(PEOPLE.mara.id);
  await page.locator('.sidebar-item', { hasText: 'past-reviews' }).click();
  await openThread(page, t.card.title('Contoso'));
  const plan = page.locator('.thread-pane .msg', { hasText: t.planForms.card.buttons.add }).last();
  await plan.waitFor();
  await save('plan', plan);

  await openThread(page, t.card.title('Fabrikam'));
  const checklist = page.locator('.thread-pane .msg', { hasText: t.parting.progress(3, 13) });
  await checklist.getByRole('button', { name: t.partingForms.button.checklist }).click();
  const form = page.locator('.modal');
  await page.locator('.modal', { hasText: t.partingForms.never }).waitFor();
  await save('checklist', form);
  await form.getByRole('button', { name: t.parting.buttons.notice }).click();
  const notice = page.locator('.modal', { hasText: t.partingForms.notice.label });
  await notice.locator('textarea').waitFor();
  await grow(notice);
  await save('notice', notice);
  await page.reload();

  await page.locator('.sidebar-item', { hasText: 'parley' }).first().click();
  const meeting = page.locator('.messages .msg', { hasText: t.meeting.sheetTitle }).last();
  await meeting.waitFor();
  await save('prep-sheet', meeting);
}

async function openThread(page: Page, title: string): Promise<void> {
  await page.locator('.messages .msg', { hasText: title }).locator('.thread-summary').click();
}

/** A field as high as its text, so that the picture shows all of it. */
async function grow(form: Locator): Promise<void> {
  await form.locator('textarea').evaluate('(field) => { field.style.height = field.scrollHeight + 4 + "px"; }');
}
