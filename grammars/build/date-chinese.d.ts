/** What is used of date-chinese, which has no types of this class. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    readonly month: number
    readonly leap: boolean
    readonly day: number
    fromGregorian(year: number, month: number, day: number): this
  }
}
