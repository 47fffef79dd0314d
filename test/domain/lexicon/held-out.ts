import type { SignalId } from '../../../src/domain/signals.ts';
import type { LabelledSentence } from './labelled-sentence.ts';

const en = (text: string, ...expected: SignalId[]): LabelledSentence => ({ text, language: 'en', expected });
const ru = (text: string, ...expected: SignalId[]): LabelledSentence => ({ text, language: 'ru', expected });

/**
 * Sentences that nobody tuned the lexicon to: whoever changes a phrase must not look here first. `expected` names every kind of
 * trouble that a reader could mean, best first; none where no suggestion is wanted.
 */
export const HELD_OUT: readonly LabelledSentence[] = [
  en('We sent three reminders about the August money and heard nothing but promises.', 'late_payment', 'non_payment'),
  en('Every meeting begins with how much cheaper the agency before us was.', 'disloyalty', 'price_pressure'),
  en('I get a message at half past eleven at night and a second one asking why I do not answer.', 'off_hours'),
  en('What was signed off on Monday is wrong on Thursday.', 'broken_agreements', 'constant_dissatisfaction'),
  en('Somehow each sprint ends with work that nobody ordered and nobody pays for.', 'scope_creep', 'non_payment'),
  en('Their head of sales screams at Omar on calls.', 'harassment'),
  en('Our best developer asked to be moved off this account because it wears her out.', 'team_harm'),
  en(
    'A launch in nine days with no content is not a plan, it is a deadline nobody can meet.',
    'unrealistic_expectations',
  ),
  en('We have been working since June and have no contract.', 'no_contract'),
  en('They wanted us to write fake testimonials.', 'illegal_or_unethical'),
  en(
    'Whatever I send comes back with twenty comments, and it is never right.',
    'constant_dissatisfaction',
    'scope_creep',
  ),
  en('For the hours it takes, the fee is simply too low.', 'low_pay', 'attention_drain'),
  en('The workshop was on Wednesday, twelve people came.'),
  en('Their brand colours are green and grey.'),
  en('I took over from Tom in August.'),
  en('We meet on Tuesdays and send the minutes afterwards.'),
  ru('Счёт за июль висит до сих пор, бухгалтерия у них кормит завтраками.', 'late_payment', 'non_payment'),
  ru('Руководитель у них повышает голос и унижает менеджеров.', 'harassment', 'poor_communication'),
  ru('После сдачи макетов выяснилось, что нужно ещё пять страниц, и всё в рамках той же цены.', 'scope_creep'),
  ru('Просят отвечать в чате даже в субботу.', 'off_hours'),
  ru('На каждую цифру в смете говорят, что у других дешевле.', 'price_pressure', 'disloyalty'),
  ru('Работаем на честном слове, бумаг нет.', 'no_contract'),
  ru('Им всё не так: пятый вариант логотипа опять мимо.', 'constant_dissatisfaction'),
  ru('Лена после этого проекта ушла на больничный, говорит, выгорела.', 'team_harm'),
  ru('Срок поставили такой, что уложиться невозможно.', 'unrealistic_expectations'),
  ru(
    'Рассказали на отраслевой встрече, что мы сорвали им запуск, хотя это неправда.',
    'reputation_risk',
    'manipulation',
  ),
  ru('Половина моей недели уходит на их звонки и отчёты.', 'attention_drain'),
  ru('Грозят судом, если не сделаем бесплатно.', 'manipulation', 'scope_creep'),
  ru('Презентацию показали в четверг.'),
  ru('У клиента два офиса, в Казани и в Перми.'),
  ru('Макеты лежат в общей папке.'),
  ru('Я веду этот проект с августа.'),
];
