select id, name, phone
  from customer
 where newsletter = 1
 order by id
