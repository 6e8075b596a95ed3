import { boundsOf } from '../model/edtf.js'
import { fold } from '../model/folded.js'
import type { PlanDocument } from '../model/plan.js'
import { escapeMarkup } from './markup.js'

/** Words of an address: lower-case ASCII and hyphens. */
const slug = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'none'

/** The first day of a date; the standard asks for one even where a document states none. */
const dayOrNone = (edtf: string | null): string => boundsOf(edtf ?? '')?.first ?? '0001-01-01'

/** What the document is, as work, expression and manifestation (FRBR), and who is named in it. */
export function metaElement(document: PlanDocument): string {
  const { header } = document
  const day = dayOrNone(header.issued)
  const issuer = header.issuer?.name ?? ''
  const work = `/akn/vn/doc/${slug(header.type?.code ?? '')}/${slug(issuer)}/${day}/${slug(header.notation?.text ?? header.title ?? '')}`
  const core = (address: string, format: string): string => `          <FRBRthis value="${address}/!main"/>
          <FRBRuri value="${address}"/>
          <FRBRdate date="${day}" name="${header.issued === null ? 'unknown' : 'issued'}"/>
          <FRBRauthor href="#${organisationId(issuer)}"/>
${format}`
  const numbers = header.notation?.number ? `          <FRBRnumber value="${escapeMarkup(header.notation.text)}"/>\n` : ''
  const title = header.title === null ? '' : `          <FRBRname value="${escapeMarkup(header.title.replace(/\s+/g, ' '))}"/>\n`
  return `    <meta>
      <identification source="#kehoach">
        <FRBRWork>
${core(work, `          <FRBRcountry value="vn"/>\n${numbers}${title}`)}        </FRBRWork>
        <FRBRExpression>
${core(`${work}/vie@${day}`, '          <FRBRlanguage language="vie"/>\n')}        </FRBRExpression>
        <FRBRManifestation>
${core(`${work}/vie@${day}.akn`, '          <FRBRformat value="application/akn+xml"/>\n')}        </FRBRManifestation>
      </identification>
      <references source="#kehoach">
        <TLCOrganization eId="kehoach" href="/akn/ontology/organization/vn/kehoach" showAs="kehoach"/>
${organisations(document)}      </references>
    </meta>
`
}

const organisationId = (name: string): string => `org-${slug(name)}`

/** The issuer, and whom the tasks name, each once. */
function organisations({ header, tasks }: PlanDocument): string {
  const names = [header.issuer?.name ?? '', ...tasks.flatMap(({ responsible, coordinating }) => [...responsible, ...coordinating].map(({ name }) => name))]
  const known = new Map(names.map((name) => [organisationId(name), name] as const).reverse())
  return [...known].reverse().map(([id, name]) => `        <TLCOrganization eId="${id}" href="/akn/ontology/organization/vn/${id.slice(4)}" showAs="${escapeMarkup(name.replace(/\s+/g, ' ')) || '?'}"/>\n`).join('')
}
