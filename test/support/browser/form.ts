import type { Locator, Page } from 'playwright-core';

/** The form that is open on the page; fields and options are found by what stands beside them. */
export type Form = ReturnType<typeof formAt>;

/** Waits for the form with this title. */
export async function openedForm(page: Page, title: string) {
  const modal = page
    .locator('.modal')
    .filter({ has: page.locator('.modal-title', { hasText: beginning(title, '$') }) });
  await modal.waitFor();
  return formAt(modal);
}

function formAt(modal: Locator) {
  const field = (label: string) =>
    modal.locator('.bk-input').filter({ has: modal.page().locator('.bk-label', { hasText: beginning(label) }) });
  const option = (label: string, choice: string) =>
    field(label)
      .locator('label')
      .filter({ hasText: beginning(choice) })
      .locator('input');
  const button = (name: string) => modal.getByRole('button', { name, exact: true });
  return {
    modal,
    field,
    /** A radio button or a box of a field. */
    option,
    /** Somebody chosen already; a click takes them out. */
    person: (name: string) => button(`${name} ×`),
    fill: (label: string, text: string) => field(label).locator('.bk-plain-input').fill(text),
    choose: (label: string, choice: string) => option(label, choice).check(),
    /** Chooses in a list that opens. */
    pick: (label: string, choice: string) => field(label).locator('select').selectOption({ label: choice }),
    shows: (text: string) => modal.filter({ hasText: text }).waitFor(),
    press: (name: string) => button(name).click(),
    /** The options of a list that opens, but for the empty one at its top. */
    offers: async (label: string) => (await field(label).locator('select option').allTextContents()).slice(1),
    /** Presses a button and waits until the form is gone, as it is when what was entered has been taken. */
    async finish(name: string) {
      await button(name).click();
      await modal.waitFor({ state: 'hidden' });
    },
  };
}

function beginning(text: string, end = ''): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`, 'i');
}
