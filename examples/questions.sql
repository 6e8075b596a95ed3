-- Who has most tasks that were due before 1 July 2023?
select body.name as "who", count(*) as overdue
from tasks join task_bodies body using (document_id, task_no)
where body.role = 'responsible' and due_to < date '2023-07-01'
group by body.name order by overdue desc, "who" limit 5;

-- Which instruments are cited by most plans?
select coalesce(any_value(name), any_value(notation)) as instrument, count(distinct document_id) as plans, sum(mentions) as mentions
from instruments group by instruments.instrument order by plans desc, mentions desc, instrument limit 5;

-- What falls due in each quarter of 2024?
select 'Q' || quarter(due_to) as "quarter", count(*) as tasks, count(*) filter (where responsible is null) as without_a_body
from tasks where year(due_to) = 2024 group by "quarter" order by "quarter";

-- Which bodies join most often what another one leads?
select lead.name as leads, other.name as joins, count(*) as tasks
from task_bodies lead join task_bodies other using (document_id, task_no)
where lead.role = 'responsible' and other.role = 'coordinating'
group by leads, joins order by tasks desc, leads, joins limit 5;

-- Which documents should somebody look at first?
select documents.notation, documents.issuer, count(*) as findings, string_agg(distinct code, ', ' order by code) as codes
from diagnostics join documents using (document_id) where severity <> 'info'
group by documents.notation, documents.issuer order by findings desc, issuer limit 5;
