import type { Language } from '../domain/language.ts';
import { languageOf } from '../i18n/index.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Directory } from './guard/directory.ts';

export type FindLanguage = (userId: string, fallback: Language) => Promise<Language>;

/** In which language somebody reads a direct message: the one rule of `languageOf`, with what is known of them now. */
export function createFindLanguage({
  storage,
  directory,
  workspaceId,
}: Pick<Deps, 'storage'> & { readonly directory: Directory; readonly workspaceId: string }): FindLanguage {
  const { memberSettings } = storage.forWorkspace(workspaceId);
  return async (userId, fallback) => {
    const [own, { locale }] = await Promise.all([memberSettings.findLanguage(userId), directory.find(userId)]);
    return languageOf({ own, locale }, fallback);
  };
}
