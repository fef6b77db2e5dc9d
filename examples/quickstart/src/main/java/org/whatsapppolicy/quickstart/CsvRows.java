package org.whatsapppolicy.quickstart;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;

/** Reads CSV with a header line, row by row: the body becomes an iterator of maps, so that a split can stream it. */
final class CsvRows extends ServiceSupport implements DataFormat {

    private final CsvSchema schema = CsvSchema.emptySchema().withHeader();
    private final ObjectReader reader =
            new CsvMapper().readerForMapOf(String.class).with(schema);
    private final ObjectWriter writer = new CsvMapper().writer(schema);

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws Exception {
        MappingIterator<Map<String, String>> rows = reader.readValues(stream);
        return rows;
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws Exception {
        writer.writeValue(stream, graph);
    }
}
