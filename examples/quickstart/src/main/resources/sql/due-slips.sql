select slip.id, slip.amount, slip.due, slip.template, customer.name, customer.phone
  from slip join customer on customer.id = slip.customer
 where slip.sent is null
 order by slip.id
